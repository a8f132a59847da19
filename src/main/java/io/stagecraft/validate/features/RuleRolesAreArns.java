package io.stagecraft.validate.features;

import io.stagecraft.model.Literal;
import io.stagecraft.validate.About;
import io.stagecraft.validate.Drawing;
import io.stagecraft.validate.Guide;
import io.stagecraft.validate.Info;
import io.stagecraft.validate.Problem;
import io.stagecraft.validate.Rule;
import io.stagecraft.validate.Severity;

import java.util.regex.Pattern;
import java.util.stream.Stream;

final class RuleRolesAreArns implements Rule {
    private static final Info INFO =
            new Info(
                    "SC626",
                    Severity.ERROR,
                    "Roles of condition rules are named by ARN",
                    "A rule takes the whole ARN of a role that is there already.",
                    Guide.API_RULE);

    @Override
    public Info info() {
        return INFO;
    }

    private static final Pattern FORM = Pattern.compile("arn:aws(-[\\w]+)*:iam::[0-9]{12}:role/.+");

    @Override
    public Stream<Problem> check(Drawing drawing) {
        return drawing.gateRules()
                .filter(r ->
                        r.rule()
                                .roleArn()
                                .filter(a ->
                                        Literal.is(a)
                                                && (a.length() > 1024
                                                        || !FORM.matcher(a).matches()))
                                .isPresent())
                .map(r ->
                        INFO.at(
                                About.of(r, "role"),
                                "The role of rule "
                                        + r.rule().name()
                                        + " of stage "
                                        + r.gate().stage().name()
                                        + " is not named by its ARN."));
    }
}
