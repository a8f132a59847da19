package io.stagecraft.validate;

/// How bad a problem is.
public enum Severity {
    /// AWS will refuse it.
    ERROR,
    /// It will run and hurt.
    WARNING,
    /// It could be nicer.
    HINT
}
