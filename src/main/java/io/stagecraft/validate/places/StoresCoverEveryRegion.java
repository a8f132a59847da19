package io.stagecraft.validate.places;

import io.stagecraft.edit.ChangeDesign;
import io.stagecraft.model.ArtifactStore;
import io.stagecraft.model.EncryptionKey;
import io.stagecraft.model.Extras;
import io.stagecraft.model.Literal;
import io.stagecraft.model.Origin;
import io.stagecraft.validate.About;
import io.stagecraft.validate.Drawing;
import io.stagecraft.validate.Fix;
import io.stagecraft.validate.Guide;
import io.stagecraft.validate.Info;
import io.stagecraft.validate.Problem;
import io.stagecraft.validate.Rule;
import io.stagecraft.validate.Severity;

import java.util.LinkedHashSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

final class StoresCoverEveryRegion implements Rule {
    private static final Info INFO =
            new Info(
                    "SC804",
                    Severity.ERROR,
                    "Every region has a store",
                    "CodePipeline copies artifacts to a bucket in each region where an action works, or a rule of a condition that reads them.",
                    Guide.CROSS_REGION);

    @Override
    public Info info() {
        return INFO;
    }

    @Override
    public Stream<Problem> check(Drawing drawing) {
        var stores = drawing.design().stores();
        if (stores.isEmpty()) {
            return Stream.empty();
        }
        var home = drawing.design().home().region();
        var covered =
                stores.stream()
                        .map(s -> s.region().isEmpty() ? home : s.region())
                        .collect(Collectors.toSet());
        if (!covered.stream().allMatch(Literal::is)) {
            return Stream.empty(); // a template may fill in the one that is missing
        }
        var needed = new LinkedHashSet<String>();
        needed.add(home);
        drawing.seats()
                .filter(drawing::isRemote)
                .forEach(s -> needed.add(drawing.environment(s).region()));
        // AWS's pages leave open whether a rule that reads nothing needs a store as an action does
        drawing.design()
                .rules()
                .filter(r -> !home.isEmpty() && !r.inputs().isEmpty())
                .forEach(r -> r.region().ifPresent(needed::add));
        needed.removeAll(covered);
        needed.removeIf(region -> !Literal.is(region));
        return needed.stream().map(StoresCoverEveryRegion::missing);
    }

    private static Problem missing(String region) {
        var store =
                new ArtifactStore(region, Origin.CREATE, new EncryptionKey.Create(), Extras.NONE);
        return INFO.at(
                About.of("stores", region),
                "There is no artifact store "
                        + (region.isEmpty() ? "where the pipeline is." : "in " + region + "."),
                new Fix(
                        "Create one",
                        new ChangeDesign(
                                "Create artifact store",
                                d ->
                                        d.withStores(
                                                Stream.concat(d.stores().stream(), Stream.of(store))
                                                        .toList()))));
    }
}
