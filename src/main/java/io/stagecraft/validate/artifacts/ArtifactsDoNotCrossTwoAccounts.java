package io.stagecraft.validate.artifacts;

import io.stagecraft.validate.About;
import io.stagecraft.validate.Drawing;
import io.stagecraft.validate.Guide;
import io.stagecraft.validate.Info;
import io.stagecraft.validate.NearRule;
import io.stagecraft.validate.Problem;
import io.stagecraft.validate.Severity;

import java.util.stream.Stream;

final class ArtifactsDoNotCrossTwoAccounts implements NearRule {
    private static final Info INFO =
            new Info(
                    "SC310",
                    Severity.ERROR,
                    "Artifacts pass only to and from the account of the pipeline",
                    "What an action in one account made, an action in a third account cannot read.",
                    Guide.CROSS_ACCOUNT);

    @Override
    public Info info() {
        return INFO;
    }

    @Override
    public Stream<Problem> check(Drawing drawing) {
        return drawing.seats()
                .filter(drawing::isAbroad)
                .flatMap(s ->
                        s.action().inputs().stream()
                                .distinct()
                                .flatMap(i ->
                                        drawing.flow().producersOf(i).stream()
                                                .limit(1)
                                                .flatMap(p ->
                                                        drawing.seat(p.action().id()).stream()))
                                .filter(drawing::isAbroad)
                                .filter(p ->
                                        !drawing.environment(p)
                                                .account()
                                                .equals(drawing.environment(s).account()))
                                .map(p ->
                                        INFO.at(
                                                About.of(s.action(), "inputs"),
                                                s.action().name()
                                                        + " works in "
                                                        + drawing.environment(s).name()
                                                        + " and reads what "
                                                        + p.action().name()
                                                        + " makes in "
                                                        + drawing.environment(p).name()
                                                        + ".")));
    }
}
