package io.stagecraft.validate.names;

import io.stagecraft.edit.RenameAction;
import io.stagecraft.model.Action;
import io.stagecraft.validate.About;
import io.stagecraft.validate.Drawing;
import io.stagecraft.validate.Fix;
import io.stagecraft.validate.Guide;
import io.stagecraft.validate.Info;
import io.stagecraft.validate.Legal;
import io.stagecraft.validate.NearRule;
import io.stagecraft.validate.Problem;
import io.stagecraft.validate.Severity;

import java.util.stream.Collectors;
import java.util.stream.Stream;

final class ActionNamesAreLegal implements NearRule {
    private static final Info INFO =
            new Info(
                    "SC203",
                    Severity.ERROR,
                    "Action names are legal",
                    "CodePipeline refuses other names.",
                    Guide.API_ACTION);

    @Override
    public Info info() {
        return INFO;
    }

    @Override
    public Stream<Problem> check(Drawing drawing) {
        return drawing.seats()
                .filter(s -> !Legal.NAME.allows(s.action().name()))
                .map(ActionNamesAreLegal::wrong);
    }

    private static Problem wrong(Drawing.Seat seat) {
        var action = seat.action();
        var taken = seat.stage().actions().stream().map(Action::name).collect(Collectors.toSet());
        var legal = Legal.NAME.mended(action.name(), action.type().category().word(), taken);
        return INFO.at(
                About.of(action, "name"),
                Legal.NAME.complaint("Action", action.name()),
                new Fix("Rename to " + legal, new RenameAction(action.id(), legal)));
    }
}
