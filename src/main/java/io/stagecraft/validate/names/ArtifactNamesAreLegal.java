package io.stagecraft.validate.names;

import io.stagecraft.edit.RenameArtifact;
import io.stagecraft.model.Action;
import io.stagecraft.model.Literal;
import io.stagecraft.validate.About;
import io.stagecraft.validate.Drawing;
import io.stagecraft.validate.Fix;
import io.stagecraft.validate.Guide;
import io.stagecraft.validate.Info;
import io.stagecraft.validate.Legal;
import io.stagecraft.validate.NearRule;
import io.stagecraft.validate.Problem;
import io.stagecraft.validate.Severity;

import java.util.Set;
import java.util.stream.Stream;

final class ArtifactNamesAreLegal implements NearRule {
    private static final Info INFO =
            new Info(
                    "SC204",
                    Severity.ERROR,
                    "Artifact names are legal",
                    "CodePipeline refuses other names; unlike action names they have no dot and no @.",
                    Guide.API_OUTPUT);

    @Override
    public Info info() {
        return INFO;
    }

    @Override
    public Stream<Problem> check(Drawing drawing) {
        return drawing.seats()
                .flatMap(s ->
                        s.action().outputNames().stream()
                                .filter(o ->
                                        !Legal.ARTIFACT.allows(o) && (o.isEmpty() || Literal.is(o)))
                                .map(o -> wrong(drawing, s.action(), o)));
    }

    private static Problem wrong(Drawing drawing, Action action, String name) {
        var legal = Legal.ARTIFACT.mended(name, "Output", Set.copyOf(drawing.flow().artifacts()));
        return INFO.at(
                About.of(action, "outputs"),
                Legal.ARTIFACT.complaint("Artifact", name)
                        + " It is made by "
                        + action.name()
                        + ".",
                new Fix("Rename to " + legal, new RenameArtifact(name, legal, drawing.catalog())));
    }
}
