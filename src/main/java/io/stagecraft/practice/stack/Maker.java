package io.stagecraft.practice.stack;

import static io.stagecraft.practice.stack.Trees.text;

import io.stagecraft.practice.account.Holdings;
import io.stagecraft.practice.account.Ids;
import io.stagecraft.practice.account.Roles;
import io.stagecraft.practice.account.Thing;
import io.stagecraft.practice.wire.Refusal;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Makes the things that resources stand for, and refuses what AWS's resource handlers refuse.
final class Maker {
    /// What a service does when one of its things comes, changes or goes.
    interface Keeper {
        /// @throws Refusal when the service will not have it
        void made(Thing thing);

        void changed(Thing thing);

        void gone(Thing thing);
    }

    private static final Pattern PLACE = Pattern.compile("\\{([A-Za-z0-9]+)}");

    private final ResourceTypes types;
    private final Holdings holdings;
    private final Roles roles;
    private final StackRights rights;
    private final Ids ids;
    private final Map<String, Keeper> keepers = new LinkedHashMap<>();

    Maker(ResourceTypes types, Holdings holdings, Roles roles, Ids ids) {
        this.types = types;
        this.holdings = holdings;
        this.roles = roles;
        this.rights = new StackRights(roles);
        this.ids = ids;
    }

    void keeper(String type, Keeper keeper) {
        keepers.put(type, keeper);
    }

    int seconds(String type) {
        var of = types.of(type);
        return ids.between(of.minSeconds(), of.maxSeconds());
    }

    /// What a person does on AWS once a thing of a type is there; empty for nothing.
    String told(String type) {
        return types.of(type).told();
    }

    /// Makes a thing.
    ///
    /// @throws Refusal in the words of the service's resource handler
    Thing make(Stack stack, String key, String typeName, Map<String, Object> properties) {
        var type = types.of(typeName);
        check(type, key, properties);
        var name = name(stack, key, type, properties);
        var thing = thing(stack, key, type, name, properties);
        checkRoles(type, thing);
        rights.refuseUnlessAllowed(stack, type.creates(), thing);
        if (!type.isMany() && taken(type, thing)) {
            throw handler(
                    "Resource of type '"
                            + typeName
                            + "' with identifier '"
                            + name
                            + "' already exists.",
                    "AlreadyExists");
        }
        keep(typeName, k -> k.made(thing));
        holdings.add(thing);
        return thing;
    }

    /// Changes a thing in its place.
    Thing change(Stack stack, String key, Thing old, Map<String, Object> properties) {
        var type = types.of(old.type());
        check(type, key, properties);
        var now =
                new Thing(
                        old.type(),
                        old.id(),
                        old.name(),
                        old.arn(),
                        old.region(),
                        properties,
                        old.attributes(),
                        old.owner());
        keep(old.type(), k -> k.changed(now));
        holdings.replace(old, now);
        return now;
    }

    /// Takes a thing away.
    ///
    /// @throws Refusal in the words of the service's resource handler, where it will not let the thing go
    void remove(Thing thing) {
        if (types.of(thing.type()).goesEmpty() && !holdings.keys(thing.name()).isEmpty()) {
            throw handler(
                    "The bucket you tried to delete is not empty (Service: S3, Status Code: 409)",
                    "GeneralServiceException");
        }
        keep(thing.type(), k -> k.gone(thing));
        holdings.remove(thing);
    }

    /// Whether other properties mean another thing.
    boolean replaces(Thing old, Map<String, Object> properties) {
        return types.of(old.type()).replaces().stream()
                .anyMatch(p ->
                        !Optional.ofNullable(old.properties().get(p))
                                .equals(Optional.ofNullable(properties.get(p))));
    }

    private void keep(String type, Consumer<Keeper> what) {
        var keeper = keepers.get(type);
        if (keeper != null) {
            what.accept(keeper);
        }
    }

    private void check(ResourceTypes.Type type, String key, Map<String, Object> properties) {
        var missing = type.required().stream().filter(p -> !properties.containsKey(p)).toList();
        if (!missing.isEmpty()) {
            throw handler(
                    "Properties validation failed for resource "
                            + key
                            + " with message: #: required key ["
                            + missing.getFirst()
                            + "] not found",
                    "InvalidRequest");
        }
    }

    private void checkRoles(ResourceTypes.Type type, Thing thing) {
        type.roles()
                .forEach((property, service) -> {
                    var role = text(thing.properties().get(property));
                    if (!role.equals(Standing.PLAYED)) {
                        roles.refuseUnlessAssumable(role, service, thing.arn());
                    }
                });
    }

    private boolean taken(ResourceTypes.Type type, Thing thing) {
        return holdings.of(type.name())
                .anyMatch(t ->
                        t.region().equals(thing.region())
                                && (t.id().equals(thing.id())
                                        || !type.naming().isEmpty()
                                                && t.name().equals(thing.name())));
    }

    private String name(
            Stack stack, String key, ResourceTypes.Type type, Map<String, Object> properties) {
        var given = text(properties.get(type.naming()));
        if (!given.isEmpty()) {
            return given;
        }
        var made = stack.name + "-" + key + "-" + ids.tail(12);
        return type.lowerCase() ? made.toLowerCase(Locale.ROOT) : made;
    }

    private Thing thing(
            Stack stack,
            String key,
            ResourceTypes.Type type,
            String name,
            Map<String, Object> properties) {
        var words = new LinkedHashMap<String, String>();
        properties.forEach((k, v) -> words.put(k, text(v)));
        words.putAll(
                Map.of(
                        "name", name,
                        "stack", stack.name,
                        "key", key,
                        "partition", Holdings.PARTITION,
                        "region", stack.region,
                        "account", Holdings.ACCOUNT,
                        "path", text(properties.getOrDefault("Path", "/"))));
        words.put("uuid", ids.uuid());
        words.put("hex", ids.hex(16).toUpperCase(Locale.ROOT));
        words.put("tail", ids.tail(12));
        words.put("tail6", ids.tail(6));
        if (type.ref().contains("{arn}")) {
            words.put("arn", filled(type.arn(), words));
            words.put("ref", filled(type.ref(), words));
        } else {
            words.put("ref", filled(type.ref(), words));
            words.put("arn", filled(type.arn(), words));
        }
        var attributes = new LinkedHashMap<String, String>();
        type.attributes().forEach((k, v) -> attributes.put(k, filled(v, words)));
        return new Thing(
                type.name(),
                words.get("ref"),
                name,
                words.get("arn"),
                type.isGlobal() ? Holdings.GLOBAL : stack.region,
                properties,
                attributes,
                stack.id);
    }

    private static String filled(String pattern, Map<String, String> words) {
        return PLACE.matcher(pattern)
                .replaceAll(
                        m -> Matcher.quoteReplacement(words.getOrDefault(m.group(1), m.group())));
    }

    /// What a resource handler says, as events show it.
    static Refusal handler(String message, String code) {
        return new Refusal(
                code,
                "Resource handler returned message: \""
                        + message
                        + "\" (HandlerErrorCode: "
                        + code
                        + ")");
    }
}
