package io.stagecraft.model;

import java.util.regex.Pattern;

/// Whether a text is what AWS will see, or stands for something that is only known later.
public final class Literal {
    /// Functions of CloudFormation and expressions of Terraform. `Fn::GetArtifactAtt` and `Fn::GetParam` are none of
    /// them: CodePipeline itself resolves those.
    private static final Pattern TEMPLATE =
            Pattern.compile(
                    "[$%]\\{"
                            + "|\\{\\{resolve:"
                            + "|![A-Z][A-Za-z0-9]*(?:::[A-Za-z]+)?[ \\[{\"']"
                            + "|\\bRef[\"']?\\s*:"
                            + "|\\bFn::(?!GetArtifactAtt|GetParam)"
                            + "|^(?:var|local|module|data|each|path|terraform)\\.[A-Za-z_][\\w.\\[\\]\"*-]*$");

    private Literal() {}

    /// Whether it holds no variable, no companion and nothing that CloudFormation or Terraform resolves.
    public static boolean is(String text) {
        return !text.contains("#{") && !text.contains("@{") && !isTemplate(text);
    }

    /// Whether CloudFormation or Terraform has yet to put something in its place.
    public static boolean isTemplate(String text) {
        return mayBe(text) && TEMPLATE.matcher(text).find();
    }

    /// Most texts have none of these letters, and the pattern costs more than looking for them.
    private static boolean mayBe(String text) {
        return text.indexOf('{') >= 0
                || text.indexOf('!') >= 0
                || text.indexOf(':') >= 0
                || text.indexOf('.') >= 0;
    }
}
