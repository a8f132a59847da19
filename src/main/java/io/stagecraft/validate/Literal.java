package io.stagecraft.validate;

/// Whether a text is what AWS will see, or stands for something that is only known later.
public final class Literal {
    private Literal() {}

    /// Whether it holds no variable, no companion and no reference that CloudFormation resolves.
    public static boolean is(String text) {
        return !text.contains("#{")
                && !text.contains("@{")
                && !text.contains("${")
                && !text.contains("{{resolve:");
    }
}
