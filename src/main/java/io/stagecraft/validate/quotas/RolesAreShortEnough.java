package io.stagecraft.validate.quotas;

import io.stagecraft.iam.Policy;
import io.stagecraft.validate.Drawing;
import io.stagecraft.validate.Guide;
import io.stagecraft.validate.Info;
import io.stagecraft.validate.Problem;
import io.stagecraft.validate.Rule;
import io.stagecraft.validate.Severity;

import java.util.stream.Stream;

final class RolesAreShortEnough implements Rule {
    private static final Info INFO =
            new Info(
                    "SC709",
                    Severity.ERROR,
                    "Policies of roles are short enough",
                    "IAM takes 10240 characters for all inline policies of a role together and refuses more. Give some of the actions roles of their own, or name fewer different resources.",
                    Guide.ROLE_QUOTAS);

    @Override
    public Info info() {
        return INFO;
    }

    @Override
    public Stream<Problem> check(Drawing drawing) {
        return drawing.longRoles().stream()
                .map(r ->
                        INFO.at(
                                r.about(),
                                "The policies of "
                                        + r.whose()
                                        + " are longer than "
                                        + Policy.ROLE_LIMIT
                                        + " characters."));
    }
}
