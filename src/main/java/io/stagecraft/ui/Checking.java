package io.stagecraft.ui;

/// How far the rules have got with the design on the screen: whether no problem means that there is none.
public sealed interface Checking {
    /// Nobody knows yet.
    record Pending() implements Checking {}

    /// The problems are those of the design, or of the one before it for the moment that this takes.
    record Done() implements Checking {}

    /// A rule broke, so nobody knows.
    ///
    /// @param why a line for a person
    record Broken(String why) implements Checking {}
}
