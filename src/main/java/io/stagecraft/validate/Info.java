package io.stagecraft.validate;

/// What a rule is about, for its users.
///
/// @param id such as `SC101`; outlives the rule's severity and wording
/// @param title what is true when all is well, such as "Sources come first"
/// @param why what happens otherwise
/// @param source the page that says so
public record Info(String id, Severity severity, String title, String why, String source) {}
