package io.stagecraft.validate.quotas;

import io.stagecraft.model.Design;
import io.stagecraft.validate.About;
import io.stagecraft.validate.Drawing;
import io.stagecraft.validate.Guide;
import io.stagecraft.validate.Info;
import io.stagecraft.validate.Problem;
import io.stagecraft.validate.Rule;
import io.stagecraft.validate.Severity;

import java.util.Collection;
import java.util.function.Function;
import java.util.stream.Stream;

/// A pipeline has at most fifty of a kind of part.
///
/// @param parts what they are called, such as `stages`
record PartsAreFew(String id, String parts, About about, Function<Design, Collection<?>> of)
        implements Rule {
    private static final int MOST = 50;

    /// A rule about a part of the pipeline's settings, which is called as its parts are.
    static PartsAreFew of(String id, String parts, Function<Design, Collection<?>> of) {
        return new PartsAreFew(id, parts, About.of(parts, ""), of);
    }

    @Override
    public Info info() {
        return new Info(
                id,
                Severity.ERROR,
                "There are at most " + MOST + " " + parts,
                "The quota is fixed.",
                Guide.QUOTAS);
    }

    @Override
    public Stream<Problem> check(Drawing drawing) {
        var count = of.apply(drawing.design()).size();
        return count <= MOST
                ? Stream.empty()
                : Stream.of(
                        info().at(
                                        about,
                                        "The pipeline has "
                                                + count
                                                + " "
                                                + parts
                                                + "; AWS takes "
                                                + MOST
                                                + "."));
    }
}
