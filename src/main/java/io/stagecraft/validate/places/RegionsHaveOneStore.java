package io.stagecraft.validate.places;

import io.stagecraft.edit.ChangeDesign;
import io.stagecraft.model.ArtifactStore;
import io.stagecraft.validate.About;
import io.stagecraft.validate.Drawing;
import io.stagecraft.validate.Fix;
import io.stagecraft.validate.Guide;
import io.stagecraft.validate.Info;
import io.stagecraft.validate.Problem;
import io.stagecraft.validate.Rule;
import io.stagecraft.validate.Severity;

import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

final class RegionsHaveOneStore implements Rule {
    private static final Info INFO =
            new Info(
                    "SC805",
                    Severity.ERROR,
                    "Every region has one store at most",
                    "CodePipeline takes one bucket per region.",
                    Guide.API_PIPELINE);

    @Override
    public Info info() {
        return INFO;
    }

    @Override
    public Stream<Problem> check(Drawing drawing) {
        var seen = new HashSet<String>();
        return drawing.design().stores().stream()
                .filter(s ->
                        !seen.add(
                                s.region().isEmpty()
                                        ? drawing.design().home().region()
                                        : s.region()))
                .map(s ->
                        INFO.at(
                                About.of("stores", s.region()),
                                "There are two artifact stores for "
                                        + (s.region().isEmpty()
                                                ? "the pipeline's own region"
                                                : s.region())
                                        + ".",
                                new Fix(
                                        "Keep the first",
                                        new ChangeDesign(
                                                "Remove second store",
                                                d -> d.withStores(without(d.stores(), s))))));
    }

    /// The first stays, were it the same to the letter.
    private static List<ArtifactStore> without(List<ArtifactStore> stores, ArtifactStore second) {
        int at = stores.lastIndexOf(second);
        return IntStream.range(0, stores.size())
                .filter(i -> i != at)
                .mapToObj(stores::get)
                .toList();
    }
}
