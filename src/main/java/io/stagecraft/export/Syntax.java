package io.stagecraft.export;

/// The two spellings of a CloudFormation template; they say the same.
public enum Syntax {
    YAML("yaml"),
    JSON("json");

    private final String extension;

    Syntax(String extension) {
        this.extension = extension;
    }

    /// Of the file's name, without the dot.
    public String extension() {
        return extension;
    }
}
