package io.stagecraft.practice.line;

import io.stagecraft.catalog.ActionCatalog;
import io.stagecraft.catalog.ActionSpec;
import io.stagecraft.catalog.Bounds;
import io.stagecraft.catalog.Play;
import io.stagecraft.model.ActionType;
import io.stagecraft.model.Category;
import io.stagecraft.model.Owner;
import io.stagecraft.practice.wire.Refusal;

import software.amazon.awssdk.services.codepipeline.model.ActionConfigurationProperty;
import software.amazon.awssdk.services.codepipeline.model.ActionOwner;
import software.amazon.awssdk.services.codepipeline.model.ActionTypeId;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The action types that a pipeline may have: the catalogue's, and the custom ones that somebody created in the region.
final class ActionTypes {
    private static final int DAY = 24 * 60;

    /// How a custom type is played of which the catalogue knows nothing.
    private static final Play JOB =
            new Play(
                    Play.Part.WAITS_FOR_WORKER,
                    10,
                    60,
                    new LinkedHashMap<>(),
                    List.of("Waiting for a worker"),
                    Optional.empty(),
                    new LinkedHashMap<>(),
                    List.of());

    /// A custom action type.
    ///
    /// @param region where it was created; empty for a lent one, which is everywhere
    /// @param url where its action links to, with `{Config:name}` in it; may be empty
    record Custom(
            String region,
            ActionTypeId id,
            Bounds inputs,
            Bounds outputs,
            List<ActionConfigurationProperty> properties,
            String url) {
        /// Whether a stand-in's worker does its jobs.
        boolean isLent() {
            return region.isEmpty();
        }
    }

    /// An action type that may be used.
    ///
    /// @param spec what the catalogue knows of it; nothing for a custom type of a kind it has no file for
    record Offer(Optional<ActionSpec> spec, Optional<Custom> custom) {
        Bounds inputs() {
            return custom.map(Custom::inputs)
                    .orElseGet(() -> spec.map(ActionSpec::inputs).orElseThrow());
        }

        Bounds outputs() {
            return custom.map(Custom::outputs)
                    .orElseGet(() -> spec.map(ActionSpec::outputs).orElseThrow());
        }

        Play play() {
            return spec.map(ActionSpec::play).orElse(JOB);
        }

        /// In minutes.
        int timeout() {
            return spec.map(ActionSpec::timeout).orElse(DAY);
        }

        boolean isLent() {
            return custom.filter(Custom::isLent).isPresent();
        }
    }

    private final ActionCatalog catalog;
    private final List<Custom> customs = new ArrayList<>();

    ActionTypes(ActionCatalog catalog) {
        this.catalog = catalog;
    }

    /// The type of an action, if it is to be had in the region.
    Optional<Offer> find(ActionTypeId type, String region) {
        var spec = spec(type);
        if (type.owner() != ActionOwner.CUSTOM) {
            return spec.map(s -> new Offer(Optional.of(s), Optional.empty()));
        }
        return customs(region)
                .filter(c -> c.id().equals(type))
                .findFirst()
                .map(c -> new Offer(spec, Optional.of(c)));
    }

    private Optional<ActionSpec> spec(ActionTypeId type) {
        var category = Category.of(type.categoryAsString());
        var owner = Owner.of(type.ownerAsString());
        return category.isPresent() && owner.isPresent()
                ? catalog.find(
                        new ActionType(
                                category.get(), owner.get(), type.provider(), type.version()))
                : Optional.empty();
    }

    /// AWS's and third parties'.
    Stream<ActionSpec> known() {
        return catalog.all().stream()
                .filter(s -> !s.isShared() && s.type().owner() != Owner.CUSTOM);
    }

    Stream<Custom> customs(String region) {
        return customs.stream().filter(c -> c.isLent() || c.region().equals(region));
    }

    /// @throws Refusal when the type is there already
    void create(Custom type) {
        if (customs.stream()
                .anyMatch(c -> c.region().equals(type.region()) && c.id().equals(type.id()))) {
            throw new Refusal(
                    "ActionTypeAlreadyExistsException", words(type.id()) + " already exists");
        }
        customs.removeIf(c -> c.isLent() && c.id().equals(type.id()));
        customs.add(type);
    }

    /// A type whose jobs a stand-in's worker does, unless somebody has created it.
    void lend(ActionTypeId id) {
        var any = new Bounds(0, 5);
        if (customs.stream().noneMatch(c -> c.id().equals(id))) {
            customs.add(new Custom("", id, any, any, List.of(), ""));
        }
    }

    /// Takes a type away; one that is not there stays so.
    void delete(String region, ActionTypeId id) {
        customs.removeIf(c -> c.region().equals(region) && c.id().equals(id));
    }

    /// @throws Refusal `ActionTypeNotFoundException`
    Custom custom(String region, ActionTypeId id) {
        return customs(region)
                .filter(c -> c.id().equals(id))
                .findFirst()
                .orElseThrow(() -> notFound(id));
    }

    /// As AWS says it, see <https://github.com/awslabs/aws-codepipeline-plugin-for-jenkins/issues/14>.
    static Refusal notFound(ActionTypeId id) {
        return new Refusal("ActionTypeNotFoundException", words(id) + " is not available");
    }

    private static String words(ActionTypeId id) {
        return "ActionType (Category: '"
                + id.categoryAsString()
                + "', Owner: '"
                + id.ownerAsString()
                + "', Provider: '"
                + id.provider()
                + "', Version: '"
                + id.version()
                + "')";
    }
}
