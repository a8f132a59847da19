package io.stagecraft.export;

import io.stagecraft.json.Json;
import io.stagecraft.json.UnreadableJson;
import io.stagecraft.model.Extras;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;

/// What members CloudFormation has for a pipeline, so that members the model has no word for go out where they may.
final class CloudFormationMembers {
    private static final String FILE = "cloudformation-pipeline.json";

    private final Json.Obj root;

    private CloudFormationMembers(Json.Obj root) {
        this.root = root;
    }

    static CloudFormationMembers load() {
        try (var in = CloudFormationMembers.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException(FILE + " is missing from the program");
            }
            var file = Json.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            return new CloudFormationMembers(member(file, "members").orElseThrow());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (UnreadableJson e) {
            throw new IllegalStateException(FILE, e);
        }
    }

    /// The members of `owner` that CloudFormation has, in its spelling.
    Extras known(Foreign.Owner owner) {
        var known = new LinkedHashMap<String, String>();
        owner.extras()
                .foreign()
                .forEach((way, json) ->
                        at(owner, way)
                                .flatMap(shape -> spelled(Foreign.parsed(json), shape))
                                .ifPresent(value -> known.put(pascalWay(way), value.compact())));
        return new Extras(known);
    }

    /// The ways to those that it has not.
    List<String> lost(Foreign.Owner owner) {
        var lost = new ArrayList<String>();
        owner.extras()
                .foreign()
                .forEach((way, json) ->
                        at(owner, way)
                                .ifPresentOrElse(
                                        shape -> lost(Foreign.parsed(json), shape, way, lost),
                                        () -> lost.add(way)));
        return lost;
    }

    private Optional<Json.Obj> at(Foreign.Owner owner, String way) {
        var shape = Optional.of(root);
        var steps = new ArrayList<>(owner.place());
        steps.addAll(Extras.steps(way));
        for (var step : steps) {
            shape = isIndex(step) ? shape : shape.flatMap(s -> member(s, pascal(step)));
        }
        return shape;
    }

    private static Optional<Json.Obj> member(Json json, String name) {
        return json instanceof Json.Obj(var members) && members.get(name) instanceof Json.Obj inner
                ? Optional.of(inner)
                : Optional.empty();
    }

    private static Optional<Json> spelled(Json value, Json.Obj shape) {
        return switch (value) {
            case Json.Obj(var members) when !shape.members().isEmpty() -> {
                SequencedMap<String, Json> kept = new LinkedHashMap<>();
                members.forEach((name, inner) ->
                        member(shape, pascal(name))
                                .flatMap(s -> spelled(inner, s))
                                .ifPresent(v -> kept.put(pascal(name), v)));
                yield kept.isEmpty() ? Optional.empty() : Optional.of(new Json.Obj(kept));
            }
            case Json.Arr(var items) ->
                    Optional.of(
                            new Json.Arr(
                                    items.stream()
                                            .flatMap(i -> spelled(i, shape).stream())
                                            .toList()));
            case Json.Null() -> Optional.empty();
            case Json.Obj _, Json.Str _, Json.Num _, Json.Bool _ -> Optional.of(value);
        };
    }

    private static void lost(Json value, Json.Obj shape, String way, List<String> lost) {
        if (value instanceof Json.Arr(var items)) {
            for (int i = 0; i < items.size(); i++) {
                lost(items.get(i), shape, way + "/" + i, lost);
            }
        } else if (value instanceof Json.Obj(var members) && !shape.members().isEmpty()) {
            members.forEach((name, inner) -> {
                var there = way + "/" + Extras.step(name);
                member(shape, pascal(name))
                        .ifPresentOrElse(s -> lost(inner, s, there, lost), () -> lost.add(there));
            });
        }
    }

    private static String pascalWay(String way) {
        return String.join(
                "/",
                Extras.steps(way).stream()
                        .map(CloudFormationMembers::pascal)
                        .map(Extras::step)
                        .toList());
    }

    static String pascal(String name) {
        return name.isEmpty() || isIndex(name)
                ? name
                : name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    private static boolean isIndex(String step) {
        return step.matches("\\d+");
    }
}
