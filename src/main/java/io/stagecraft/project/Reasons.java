package io.stagecraft.project;

import java.io.IOException;
import java.util.Locale;

/// Why a file could not be read or written, in words: most of Java's exceptions carry only the file's name.
public final class Reasons {
    private Reasons() {}

    /// Such as `access denied`, or what the system said.
    public static String of(IOException problem) {
        var kind = problem.getClass().getSimpleName().replace("Exception", "");
        var words = kind.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
        var message = problem.getMessage();
        return kind.equals("IO") || kind.equals("FileSystem")
                ? (message == null ? "no reason given" : message)
                : words;
    }
}
