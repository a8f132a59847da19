package io.stagecraft.cli;

import io.stagecraft.blueprint.Blueprint;
import io.stagecraft.blueprint.ExistingRole;
import io.stagecraft.blueprint.Resource;
import io.stagecraft.json.Json;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Everybody who holds permissions: what the design brings along, then the roles that exist already.
record RoleListing(Grants grants, Blueprint blueprint) {
    /// A resource with statements, and the stack that it stands in.
    private record Holder(String stack, Resource resource) {}

    private List<Holder> holders() {
        return blueprint.stacks().stream()
                .flatMap(stack -> stack.resources().stream().map(r -> new Holder(stack.name(), r)))
                .filter(h -> !h.resource().statements().isEmpty())
                .toList();
    }

    Stream<String> lines() {
        return Stream.concat(
                holders().stream().flatMap(this::lines),
                blueprint.existing().stream().flatMap(this::lines));
    }

    private Stream<String> lines(Holder holder) {
        return Stream.concat(
                Stream.of(holder.resource().key() + " (stack " + holder.stack() + ")"),
                holder.resource().statements().stream().flatMap(s -> grants.lines(s).stream()));
    }

    private Stream<String> lines(ExistingRole role) {
        return Stream.of(
                        Stream.of(role.role() + " (exists already, not created here) has to grant"),
                        runs(role).map(words -> "  to run " + words).stream(),
                        role.statements().stream().flatMap(s -> grants.lines(s).stream()),
                        role.unknown().stream().map(words -> "  Cannot be told: " + words))
                .flatMap(lines -> lines);
    }

    private static Optional<String> runs(ExistingRole role) {
        return Optional.of(
                        Stream.concat(
                                        role.isPipelines()
                                                ? Stream.of("the pipeline")
                                                : Stream.empty(),
                                        role.runs().stream())
                                .toList())
                .filter(runs -> !runs.isEmpty())
                .map(runs -> String.join(", ", runs));
    }

    /// What to do about the roles that exist; empty where none does.
    Optional<String> note(Path file) {
        return blueprint.existing().stream()
                .findFirst()
                .map(role ->
                        "deploying changes no role that exists. To see what a role lacks or has too much of:"
                                + " `stagecraft iam "
                                + Lines.shell(file)
                                + " --against POLICY --of "
                                + Lines.shell(role.role())
                                + "`.");
    }

    Json json() {
        return new Json.Arr(
                Stream.concat(
                                holders().stream().map(this::json),
                                blueprint.existing().stream().map(this::json))
                        .toList());
    }

    private Json json(Holder holder) {
        return Doc.of()
                .put("stack", holder.stack())
                .put("holder", holder.resource().key())
                .put("exists", false)
                .put("statements", Doc.list(holder.resource().statements(), grants::json))
                .done();
    }

    private Json json(ExistingRole role) {
        return Doc.of()
                .put("holder", role.role())
                .put("exists", true)
                .put("runs", role.runs())
                .put("statements", Doc.list(role.statements(), grants::json))
                .put("unknown", role.unknown())
                .done();
    }
}
