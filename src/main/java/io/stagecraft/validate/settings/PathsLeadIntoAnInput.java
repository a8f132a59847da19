package io.stagecraft.validate.settings;

import io.stagecraft.catalog.FieldKind;
import io.stagecraft.validate.Drawing;
import io.stagecraft.validate.Guide;
import io.stagecraft.validate.Info;
import io.stagecraft.validate.NearRule;
import io.stagecraft.validate.Problem;
import io.stagecraft.validate.Severity;

import java.util.List;
import java.util.stream.Stream;

final class PathsLeadIntoAnInput implements NearRule {
    private static final Info INFO =
            new Info(
                    "SC411",
                    Severity.ERROR,
                    "Files are in an input artifact",
                    "A file is named as Artifact::path, and the artifact has to be among the inputs of the action.",
                    Guide.ACTION_TYPES);

    @Override
    public Info info() {
        return INFO;
    }

    @Override
    public Stream<Problem> check(Drawing drawing) {
        return Setting.literal(drawing, FieldKind.INPUT_PATH).flatMap(s -> of(drawing, s));
    }

    private static Stream<Problem> of(Drawing drawing, Setting s) {
        var end = s.value().indexOf("::");
        var inputs = s.action().inputs();
        if (end <= 0 || end + 2 == s.value().length()) {
            var path = end < 0 ? s.value() : s.value().substring(end + 2);
            return Stream.of(
                    INFO.at(
                            s.about(),
                            s.words() + " is \"" + s.value() + "\"; AWS wants Artifact::path.",
                            path.isEmpty()
                                    ? List.of()
                                    : inputs.stream().map(i -> s.use(i + "::" + path)).toList()));
        }
        var artifact = s.value().substring(0, end);
        return inputs.contains(artifact)
                ? Stream.empty()
                : Stream.of(
                        INFO.at(
                                s.about(),
                                s.words()
                                        + " is in "
                                        + artifact
                                        + ", which "
                                        + s.action().name()
                                        + " does not read.",
                                InputFixes.of(
                                        drawing, s, artifact, i -> i + s.value().substring(end))));
    }
}
