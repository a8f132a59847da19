package io.stagecraft.catalog;

/// What a setting's text means, and so which control edits it.
public enum FieldKind {
    /// One line.
    TEXT,
    /// Several lines.
    LONG_TEXT,
    /// One of the field's values.
    CHOICE,
    /// `true` or `false`.
    FLAG,
    /// A whole number.
    NUMBER,
    /// Texts with commas between; where the field has values, each is one of them.
    LIST,
    /// JSON text.
    JSON,
    /// An Amazon resource name.
    ARN,
    /// The name of one of the action's input artifacts.
    INPUT,
    /// `Artifact::path`, a file in one of the action's input artifacts.
    INPUT_PATH,
    /// A JSON array of `{name, value, type}`, CodeBuild's environment variables.
    VARIABLES,
    /// A buildspec: YAML, or where one is.
    BUILDSPEC,
    /// A time zone, see [TimeZones].
    ZONE,
    /// A window of time, see [CronWindow].
    CRON,
    /// Must never stand in a file or a template as plain text.
    SECRET
}
