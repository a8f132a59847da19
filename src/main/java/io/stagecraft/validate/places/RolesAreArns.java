package io.stagecraft.validate.places;

import io.stagecraft.edit.ChangeAction;
import io.stagecraft.edit.ChangeDesign;
import io.stagecraft.model.Literal;
import io.stagecraft.model.Origin;
import io.stagecraft.validate.About;
import io.stagecraft.validate.Drawing;
import io.stagecraft.validate.Fix;
import io.stagecraft.validate.Guide;
import io.stagecraft.validate.Info;
import io.stagecraft.validate.NearRule;
import io.stagecraft.validate.Problem;
import io.stagecraft.validate.Severity;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

final class RolesAreArns implements NearRule {
    private static final Info INFO =
            new Info(
                    "SC813",
                    Severity.ERROR,
                    "Roles are named by ARN",
                    "A role that is there already is named by its whole ARN.",
                    Guide.API_PIPELINE);

    @Override
    public Info info() {
        return INFO;
    }

    private static final Pattern FORM = Pattern.compile("arn:aws(-[\\w]+)*:iam::[0-9]{12}:role/.+");

    @Override
    public Stream<Problem> check(Drawing drawing) {
        var own =
                Stream.of(drawing.design().role())
                        .filter(RolesAreArns::isWrong)
                        .map(_ ->
                                INFO.at(
                                        About.of("role", ""),
                                        "The role of the pipeline is not named by its ARN.",
                                        new Fix(
                                                "Create the role",
                                                new ChangeDesign(
                                                        "Create role",
                                                        d -> d.withRole(Origin.CREATE)))));
        return Stream.concat(
                own,
                drawing.seats()
                        .map(Drawing.Seat::action)
                        .filter(a -> a.role().filter(RolesAreArns::isWrong).isPresent())
                        .map(a ->
                                INFO.at(
                                        About.of(a, "role"),
                                        "The role of " + a.name() + " is not named by its ARN.",
                                        new Fix(
                                                "Create the role",
                                                new ChangeAction(
                                                        a.id(),
                                                        "Create role of " + a.name(),
                                                        x ->
                                                                x.withRole(
                                                                        Optional.of(
                                                                                Origin
                                                                                        .CREATE)))))));
    }

    private static boolean isWrong(Origin role) {
        return role instanceof Origin.Existing(var id)
                && Literal.is(id)
                && (id.length() > 1024 || !FORM.matcher(id).matches());
    }
}
