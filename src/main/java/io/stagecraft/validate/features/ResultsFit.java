package io.stagecraft.validate.features;

import io.stagecraft.model.Moment;
import io.stagecraft.model.Result;
import io.stagecraft.model.Stage;
import io.stagecraft.validate.About;
import io.stagecraft.validate.Drawing;
import io.stagecraft.validate.Info;
import io.stagecraft.validate.Problem;
import io.stagecraft.validate.Rule;

import java.util.stream.Stream;

/// What the two rules on results of conditions have in common: at either end of a stage a condition has its own few results.
abstract class ResultsFit implements Rule {
    private final Info info;
    private final Moment moment;
    private final Result other;

    /// @param other what the condition may have for a result beside FAIL
    ResultsFit(Info info, Moment moment, Result other) {
        this.info = info;
        this.moment = moment;
        this.other = other;
    }

    @Override
    public final Info info() {
        return info;
    }

    @Override
    public final Stream<Problem> check(Drawing drawing) {
        return drawing.gates()
                .filter(g ->
                        g.moment() == moment
                                && g.condition()
                                        .result()
                                        .filter(r -> r != Result.FAIL && r != other)
                                        .isPresent())
                .map(g ->
                        info.at(
                                About.of(g),
                                "The "
                                        + moment.word()
                                        + " condition of "
                                        + g.stage().name()
                                        + " has the result "
                                        + g.condition().result().orElseThrow()
                                        + ".",
                                Mends.change(
                                        g.stage(),
                                        "Fail",
                                        "Change " + moment.word() + " condition",
                                        this::failing)));
    }

    /// The stage with FAIL as the result of that condition.
    abstract Stage failing(Stage stage);
}
