package io.stagecraft.ui.permissions;

import io.stagecraft.blueprint.Blueprint;
import io.stagecraft.blueprint.ExistingRole;
import io.stagecraft.blueprint.Resource;
import io.stagecraft.iam.Policy;
import io.stagecraft.iam.Statement;
import io.stagecraft.iam.Text;
import io.stagecraft.model.ActionId;
import io.stagecraft.ui.Selection;
import io.stagecraft.ui.Sought;
import io.stagecraft.ui.Workspace;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The permissions of the design on the screen, holder by holder.
public final class PermissionsViewModel {
    /// Somebody who holds permissions: a role, or a resource with a policy of its own.
    ///
    /// @param name the logical id, such as `PipelineRole`; the ARN of a role that exists already
    /// @param what such as "Role" or "Bucket policy"
    /// @param exists whether it exists already and is not created here
    /// @param size in characters as IAM counts them; 0 where no limit of ours applies
    public record Holder(
            String name, String what, boolean exists, String stack, List<Row> rows, int size) {
        public Holder {
            rows = List.copyOf(rows);
        }

        /// What is short enough for a list: of an ARN the role's name.
        public String title() {
            return name.substring(name.lastIndexOf('/') + 1);
        }
    }

    /// Resources, and why just these.
    public record On(List<String> resources, List<String> reasons) {
        public On {
            resources = List.copyOf(resources);
            reasons = List.copyOf(reasons);
        }
    }

    /// One statement, in words.
    ///
    /// @param on what it is about, those of the same reasons together
    /// @param reasons those for all of it
    /// @param unscoped why the resource is `*`, where it is
    public record Row(
            String effect,
            List<String> who,
            List<String> actions,
            List<On> on,
            List<String> conditions,
            List<String> reasons,
            List<ActionId> needs,
            Optional<String> unscoped) {
        public Row {
            who = List.copyOf(who);
            actions = List.copyOf(actions);
            on = List.copyOf(on);
            conditions = List.copyOf(conditions);
            reasons = List.copyOf(reasons);
            needs = List.copyOf(needs);
        }
    }

    private static final String ROLE = "Role";
    private static final String EXISTING = "Existing role";

    private final Workspace workspace;
    private final PolicySize sizes;
    private final BooleanProperty selectedOnly = new SimpleBooleanProperty(false);
    private final ReadOnlyObjectWrapper<List<Holder>> holders =
            new ReadOnlyObjectWrapper<>(List.of());

    /// Where a permission that somebody asked for stands.
    ///
    /// @param holder whose it is; empty where nobody in the drawing has it
    /// @param row the statement that grants it; empty where none does
    public record Found(String holder, Optional<Row> row, String words) {}

    /// How long a role's policies are, as IAM counts.
    @FunctionalInterface
    public interface PolicySize {
        int of(List<Policy> policies);
    }

    private final ReadOnlyObjectWrapper<Optional<Found>> found =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    public PermissionsViewModel(Workspace workspace, PolicySize sizes) {
        this.workspace = workspace;
        this.sizes = sizes;
        workspace.blueprintProperty().addListener((_, _, _) -> work());
        workspace.selectionProperty().addListener((_, _, _) -> work());
        selectedOnly.addListener((_, _, _) -> work());
        work();
        workspace.soughtProperty().subscribe(s -> found.set(s.map(this::find)));
    }

    /// The permission that somebody asked for.
    public ReadOnlyObjectProperty<Optional<Found>> foundProperty() {
        return found.getReadOnlyProperty();
    }

    private Found find(Sought sought) {
        selectedOnly.set(false); // or what is sought may be among what is not shown
        var name =
                sought.action()
                        .flatMap(workspace.design()::action)
                        .map(a -> a.name())
                        .orElse("the pipeline");
        for (var holder : roles(holders.get())) {
            var row = holder.rows().stream().filter(r -> grants(r, sought)).findFirst();
            if (row.isPresent()) {
                return new Found(
                        holder.name(),
                        row,
                        holder.exists()
                                ? holder.name()
                                        + " exists already, not created here, and has to grant "
                                        + sought.call()
                                        + " to "
                                        + name
                                        + ". Compare its policy with what it has to grant."
                                : "The drawing grants "
                                        + sought.call()
                                        + " to "
                                        + name
                                        + " here. What is deployed may be older, or name another resource:"
                                        + " compare the ARN, then deploy again.");
            }
        }
        var holder =
                roles(holders.get()).stream()
                        .filter(h -> h.rows().stream().anyMatch(r -> isFor(r, sought)))
                        .map(Holder::name)
                        .findFirst();
        return new Found(
                holder.orElse(""),
                Optional.empty(),
                "No role of the drawing has "
                        + sought.call()
                        + " for "
                        + name
                        + ". A role that exists already and is not drawn has to allow it itself.");
    }

    private static List<Holder> roles(List<Holder> all) {
        return all.stream().filter(PermissionsViewModel::isRole).toList();
    }

    private static boolean grants(Row row, Sought sought) {
        return isFor(row, sought)
                && row.effect().equals("Allow")
                && row.actions().stream().anyMatch(sought.call()::equalsIgnoreCase);
    }

    private static boolean isFor(Row row, Sought sought) {
        return sought.action().isEmpty() || row.needs().contains(sought.action().get());
    }

    public ReadOnlyObjectProperty<List<Holder>> holdersProperty() {
        return holders.getReadOnlyProperty();
    }

    /// Whether only what the selected actions need is shown.
    public BooleanProperty selectedOnlyProperty() {
        return selectedOnly;
    }

    /// Selects the actions that a row is there for.
    public void select(Row row) {
        workspace
                .selectionProperty()
                .set(
                        new Selection(
                                row.needs().stream()
                                        .<Selection.Item>map(Selection.OfAction::new)
                                        .toList()));
    }

    private void work() {
        holders.set(
                workspace.blueprintProperty().get().map(this::holders).orElse(List.of()).stream()
                        .map(this::wanted)
                        .filter(h -> !selectedOnly.get() || !h.rows().isEmpty())
                        .toList());
    }

    private Holder wanted(Holder holder) {
        var chosen = workspace.selectionProperty().get().actions();
        if (!selectedOnly.get() || chosen.isEmpty()) {
            return holder;
        }
        var rows =
                holder.rows().stream()
                        .filter(r -> r.needs().stream().anyMatch(chosen::contains))
                        .toList();
        return new Holder(
                holder.name(), holder.what(), holder.exists(), holder.stack(), rows, holder.size());
    }

    private List<Holder> holders(Blueprint blueprint) {
        var found = new ArrayList<Holder>();
        blueprint.existing().forEach(role -> found.add(existing(role)));
        for (var stack : blueprint.stacks()) {
            for (var resource : stack.resources()) {
                what(resource)
                        .ifPresent(what ->
                                found.add(
                                        new Holder(
                                                resource.key(),
                                                what,
                                                false,
                                                stack.name(),
                                                resource.statements().stream()
                                                        .map(PermissionsViewModel::row)
                                                        .toList(),
                                                size(resource))));
            }
        }
        found.sort(Comparator.comparing(h -> !isRole(h))); // roles first, as planned
        return found;
    }

    private static boolean isRole(Holder holder) {
        return holder.exists() || holder.what().equals(ROLE);
    }

    private static Holder existing(ExistingRole role) {
        return new Holder(
                role.role(),
                EXISTING,
                true,
                role.stack().name(),
                role.statements().stream().map(PermissionsViewModel::row).toList(),
                0);
    }

    private int size(Resource resource) {
        return resource instanceof Resource.Role role ? sizes.of(role.policies()) : 0;
    }

    private static Optional<String> what(Resource resource) {
        return switch (resource) {
            case Resource.Role _ -> Optional.of(ROLE);
            case Resource.ArtifactBucket _ -> Optional.of("Bucket policy");
            case Resource.EncryptionKey _ -> Optional.of("Key policy");
            case Resource.Topic t when !t.policy().statements().isEmpty() ->
                    Optional.of("Topic policy");
            case Resource.Topic _,
                    Resource.LogGroup _,
                    Resource.BuildProject _,
                    Resource.Connection _,
                    Resource.Repository _,
                    Resource.DeployApplication _,
                    Resource.DeployPace _,
                    Resource.DeployGroup _,
                    Resource.BusAccess _,
                    Resource.StartRule _,
                    Resource.Notice _,
                    Resource.Alarm _,
                    Resource.Dashboard _,
                    Resource.Pipeline _ ->
                    Optional.empty();
        };
    }

    private static Row row(Statement statement) {
        return new Row(
                statement.effect().word(),
                statement.principals().stream().map(PermissionsViewModel::who).toList(),
                statement.actions(),
                own(statement),
                statement.conditions().stream().map(PermissionsViewModel::condition).toList(),
                shared(statement),
                statement.reasons().stream().flatMap(r -> r.action().stream()).distinct().toList(),
                statement.unscoped());
    }

    /// Words that are there for all that the statement is about.
    private static List<String> shared(Statement statement) {
        var groups = statement.groups().stream().map(g -> words(g.reasons())).toList();
        return words(statement.reasons()).stream()
                .filter(w -> groups.stream().allMatch(g -> g.contains(w)))
                .toList();
    }

    private static List<On> own(Statement statement) {
        var shared = shared(statement);
        var byWords = new LinkedHashMap<List<String>, List<String>>();
        for (var group : statement.groups()) {
            var words = words(group.reasons()).stream().filter(w -> !shared.contains(w)).toList();
            byWords.computeIfAbsent(words, _ -> new ArrayList<>())
                    .addAll(group.resources().stream().map(Text::shown).toList());
        }
        return byWords.entrySet().stream().map(e -> new On(e.getValue(), e.getKey())).toList();
    }

    private static List<String> words(List<Statement.Reason> reasons) {
        return reasons.stream().map(Statement.Reason::words).distinct().toList();
    }

    private static String who(Statement.Who who) {
        return switch (who) {
            case Statement.Who.Service(var name) -> name.shown();
            case Statement.Who.Arn(var arn) -> arn.shown();
            case Statement.Who.Anyone() -> "anyone";
        };
    }

    static String condition(Statement.Clause clause) {
        return clause.key()
                + " "
                + clause.operator()
                + " "
                + clause.values().stream().map(Text::shown).collect(Collectors.joining(" or "));
    }

    /// All actions that any row of any holder names, for a count in the tab's title.
    public long roles() {
        return holders.get().stream().filter(PermissionsViewModel::isRole).count();
    }

    /// Every reason in a row as one text.
    static String why(Row row) {
        return Stream.of(
                        row.on().stream().flatMap(on -> on.reasons().stream()),
                        row.reasons().stream(),
                        row.unscoped().stream())
                .flatMap(words -> words)
                .distinct()
                .collect(Collectors.joining(" · "));
    }
}
