package io.stagecraft.ui.permissions;

import io.stagecraft.blueprint.Blueprint;
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
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The permissions of the design on the screen, holder by holder.
public final class PermissionsViewModel {
    /// Somebody who holds permissions: a role, or a resource with a policy of its own.
    ///
    /// @param name the logical id, such as `PipelineRole`
    /// @param what such as "Role" or "Bucket policy"
    /// @param size in characters as IAM counts them; 0 where no limit of ours applies
    public record Holder(String name, String what, String stack, List<Row> rows, int size) {
        public Holder {
            rows = List.copyOf(rows);
        }
    }

    /// One statement, in words.
    ///
    /// @param unscoped why the resource is `*`, where it is
    public record Row(
            String effect,
            List<String> who,
            List<String> actions,
            List<String> resources,
            List<String> conditions,
            List<String> reasons,
            List<ActionId> needs,
            Optional<String> unscoped) {
        public Row {
            who = List.copyOf(who);
            actions = List.copyOf(actions);
            resources = List.copyOf(resources);
            conditions = List.copyOf(conditions);
            reasons = List.copyOf(reasons);
            needs = List.copyOf(needs);
        }
    }

    private static final String ROLE = "Role";

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
                        "The drawing grants "
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
                "No role that the drawing creates grants "
                        + sought.call()
                        + " to "
                        + name
                        + ". A role that is there already has to allow it itself.");
    }

    private static List<Holder> roles(List<Holder> all) {
        return all.stream().filter(h -> h.what().equals(ROLE)).toList();
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
        return new Holder(holder.name(), holder.what(), holder.stack(), rows, holder.size());
    }

    private List<Holder> holders(Blueprint blueprint) {
        var found = new ArrayList<Holder>();
        for (var stack : blueprint.stacks()) {
            for (var resource : stack.resources()) {
                what(resource)
                        .ifPresent(what ->
                                found.add(
                                        new Holder(
                                                resource.key(),
                                                what,
                                                stack.name(),
                                                resource.statements().stream()
                                                        .map(PermissionsViewModel::row)
                                                        .toList(),
                                                size(resource))));
            }
        }
        found.sort(Comparator.comparing(h -> !h.what().equals(ROLE))); // roles first, as planned
        return found;
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
                statement.resources().stream().map(Text::shown).toList(),
                statement.conditions().stream().map(PermissionsViewModel::condition).toList(),
                statement.reasons().stream().map(Statement.Reason::words).distinct().toList(),
                statement.reasons().stream().flatMap(r -> r.action().stream()).distinct().toList(),
                statement.unscoped());
    }

    private static String who(Statement.Who who) {
        return switch (who) {
            case Statement.Who.Service(var name) -> name.shown();
            case Statement.Who.Arn(var arn) -> arn.shown();
            case Statement.Who.Anyone() -> "anyone";
        };
    }

    private static String condition(Statement.Clause clause) {
        return clause.key()
                + " "
                + clause.operator()
                + " "
                + clause.values().stream().map(Text::shown).collect(Collectors.joining(", "));
    }

    /// All actions that any row of any holder names, for a count in the tab's title.
    public long roles() {
        return holders.get().stream().filter(h -> h.what().equals(ROLE)).count();
    }

    /// Every reason in a row as one text.
    static String why(Row row) {
        return Stream.concat(row.reasons().stream(), row.unscoped().stream())
                .collect(Collectors.joining(" · "));
    }
}
