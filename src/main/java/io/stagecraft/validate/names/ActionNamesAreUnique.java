package io.stagecraft.validate.names;

import io.stagecraft.edit.RenameAction;
import io.stagecraft.model.Action;
import io.stagecraft.model.Stage;
import io.stagecraft.validate.About;
import io.stagecraft.validate.Drawing;
import io.stagecraft.validate.Fix;
import io.stagecraft.validate.Guide;
import io.stagecraft.validate.Info;
import io.stagecraft.validate.Legal;
import io.stagecraft.validate.Problem;
import io.stagecraft.validate.Rule;
import io.stagecraft.validate.Severity;

import java.util.HashSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

final class ActionNamesAreUnique implements Rule {
    private static final Info INFO =
            new Info(
                    "SC208",
                    Severity.ERROR,
                    "Action names are unique in their stage",
                    "CodePipeline refuses two actions of one name in a stage.",
                    Guide.API_ACTION);

    @Override
    public Info info() {
        return INFO;
    }

    @Override
    public Stream<Problem> check(Drawing drawing) {
        return drawing.design().stages().stream().flatMap(ActionNamesAreUnique::in);
    }

    private static Stream<Problem> in(Stage stage) {
        var seen = new HashSet<String>();
        return stage.actions().stream().filter(a -> !seen.add(a.name())).map(a -> again(stage, a));
    }

    private static Problem again(Stage stage, Action action) {
        var taken = stage.actions().stream().map(Action::name).collect(Collectors.toSet());
        var free = Legal.NAME.mended(action.name(), "Action", taken);
        return INFO.at(
                About.of(action, "name"),
                "There is another action called "
                        + action.name()
                        + " in stage "
                        + stage.name()
                        + ".",
                new Fix("Rename to " + free, new RenameAction(action.id(), free)));
    }
}
