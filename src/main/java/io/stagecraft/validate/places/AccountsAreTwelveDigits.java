package io.stagecraft.validate.places;

import io.stagecraft.model.Literal;
import io.stagecraft.validate.About;
import io.stagecraft.validate.Drawing;
import io.stagecraft.validate.Guide;
import io.stagecraft.validate.Info;
import io.stagecraft.validate.Problem;
import io.stagecraft.validate.Rule;
import io.stagecraft.validate.Severity;

import java.util.stream.Stream;

final class AccountsAreTwelveDigits implements Rule {
    private static final Info INFO =
            new Info(
                    "SC810",
                    Severity.ERROR,
                    "Accounts have twelve digits",
                    "Every AWS account has a number of twelve digits.",
                    Guide.CROSS_ACCOUNT);

    @Override
    public Info info() {
        return INFO;
    }

    @Override
    public Stream<Problem> check(Drawing drawing) {
        return drawing.design().environments().stream()
                .filter(e ->
                        !e.account().isEmpty()
                                && Literal.is(e.account())
                                && !e.account().matches("\\d{12}"))
                .map(e ->
                        INFO.at(
                                About.of("environments", e.name()),
                                "The account of "
                                        + e.name()
                                        + ", "
                                        + e.account()
                                        + ", does not have twelve digits."));
    }
}
