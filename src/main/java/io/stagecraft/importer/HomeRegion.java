package io.stagecraft.importer;

import io.stagecraft.json.Json;
import io.stagecraft.model.Placeholder;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Where a pipeline lives whose document does not name its ARN: people take `metadata` out, since `update-pipeline` refuses it.
///
/// Sources work where their pipeline does, so a source that names a region tells. Without one, a single artifact store allows
/// one region only, and of several stores one belongs to the pipeline's own region.
///
/// @see <a href="https://docs.aws.amazon.com/codepipeline/latest/userguide/actions-create-cross-region.html">Cross-Region actions</a>
final class HomeRegion {
    private static final String SOURCE = "Source";

    private HomeRegion() {}

    /// @return such as `eu-west-1`; empty where nothing tells
    static String of(Json.Obj pipeline) {
        var stores = keys(pipeline, "artifactStores");
        var worked = regions(pipeline, false);
        return regions(pipeline, true).stream()
                .findFirst()
                .or(() -> stores.isEmpty() ? worked.stream().findFirst() : Optional.empty())
                .or(() -> stores.stream().filter(s -> !worked.contains(s)).findFirst())
                .or(() -> stores.stream().findFirst())
                .orElse("");
    }

    private static List<String> regions(Json.Obj pipeline, boolean ofSources) {
        return objects(pipeline, "stages")
                .flatMap(stage -> objects(stage, "actions"))
                .filter(action -> !ofSources || isSource(action))
                .flatMap(action -> text(action, "region").stream())
                .filter(region -> !region.isBlank())
                .filter(region -> !Placeholder.is(region, Placeholder.Fact.REGION))
                .toList();
    }

    private static boolean isSource(Json.Obj action) {
        return action.members().get("actionTypeId") instanceof Json.Obj type
                && text(type, "category").filter(SOURCE::equals).isPresent();
    }

    private static List<String> keys(Json.Obj parent, String name) {
        return parent.members().get(name) instanceof Json.Obj object
                ? new ArrayList<>(object.members().keySet())
                : List.of();
    }

    private static Stream<Json.Obj> objects(Json.Obj parent, String name) {
        return parent.members().get(name) instanceof Json.Arr(var items)
                ? items.stream().filter(Json.Obj.class::isInstance).map(Json.Obj.class::cast)
                : Stream.empty();
    }

    private static Optional<String> text(Json.Obj object, String name) {
        return object.members().get(name) instanceof Json.Str(var text)
                ? Optional.of(text)
                : Optional.empty();
    }
}
