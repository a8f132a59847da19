package io.stagecraft.ui.inspector;

import io.stagecraft.model.Action;
import io.stagecraft.model.Design;
import io.stagecraft.model.Extras;
import io.stagecraft.model.Patterns;
import io.stagecraft.model.Trigger;
import io.stagecraft.model.Trigger.PullRequest;
import io.stagecraft.model.Trigger.Push;
import io.stagecraft.ui.Workspace;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What starts the pipeline by itself: the source watched, and filters of pushes and pull requests. `!` before a pattern excludes.
final class TriggersEditor implements Editor {
    private static final Patterns MAIN = new Patterns(List.of("main"), List.of());

    private final Workspace workspace;
    private final Live list;

    TriggersEditor(Workspace workspace) {
        this.workspace = workspace;
        list =
                new Listing<>(
                                "trigger",
                                "Trigger",
                                "trigger",
                                Part.of(workspace, "Set trigger")
                                        .in(Design::triggers, Design::withTriggers),
                                this::fresh,
                                this::trigger)
                        .form(
                                "A change at a source that is watched starts it: a push, an image, an object.");
    }

    private Trigger fresh() {
        return new Trigger(
                sources().stream().findFirst().orElse(""),
                List.of(Push.ANY.withBranches(MAIN)),
                List.of(),
                Extras.NONE);
    }

    private List<String> sources() {
        return workspace
                .design()
                .actions()
                .filter(a -> a.type().provider().equals(Trigger.PROVIDER))
                .map(Action::name)
                .toList();
    }

    private Node trigger(Live box, Part<Trigger> trigger, Runnable remove) {
        var source =
                box.tend(
                        trigger.choice(
                                this::sources,
                                s -> "From " + s,
                                Trigger::source,
                                Trigger::withSource));
        var head = Forms.row(source.node());
        head.getChildren().add(Forms.remove("this trigger", remove));
        var pushes =
                new Listing<>(
                        "push",
                        "Pushes to…",
                        "push filter",
                        trigger.in(Trigger::push, Trigger::withPush),
                        () -> Push.ANY.withBranches(MAIN),
                        TriggersEditor::push);
        var pulls =
                new Listing<>(
                        "pull",
                        "Pull requests to…",
                        "pull request filter",
                        trigger.in(Trigger::pullRequests, Trigger::withPullRequests),
                        () ->
                                new PullRequest(
                                        List.of(Trigger.Event.OPEN, Trigger.Event.UPDATED),
                                        MAIN,
                                        Patterns.NONE),
                        TriggersEditor::pull);
        var card = new VBox(6, head, box.tend(pushes.form("")), box.tend(pulls.form("")));
        card.getStyleClass().add("form-card");
        return card;
    }

    private static Node push(Live box, Part<Push> push, Runnable remove) {
        return block(
                "Pushes",
                remove,
                patterns(
                        box, "Branches", "main, !dev/**", push, Push::branches, Push::withBranches),
                patterns(box, "Tags", "v*", push, Push::tags, Push::withTags),
                patterns(
                        box,
                        "Files",
                        "src/**, !docs/**",
                        push,
                        Push::filePaths,
                        Push::withFilePaths));
    }

    private static Node pull(Live box, Part<PullRequest> pull, Runnable remove) {
        var events =
                box.tend(
                        new FieldRow(
                                "pull-events",
                                "When it is",
                                new ChipsEditor(
                                        Stream.of(Trigger.Event.values()).map(Enum::name).toList(),
                                        () ->
                                                pull
                                                        .read()
                                                        .get()
                                                        .map(PullRequest::events)
                                                        .orElse(List.of())
                                                        .stream()
                                                        .map(Enum::name)
                                                        .toList(),
                                        chosen ->
                                                pull.set(p ->
                                                        p.withEvents(
                                                                chosen.stream()
                                                                        .map(Trigger.Event::valueOf)
                                                                        .toList())))));
        return block(
                "Pull requests",
                remove,
                events,
                patterns(
                        box,
                        "Target branches",
                        "main",
                        pull,
                        PullRequest::branches,
                        PullRequest::withBranches),
                patterns(
                        box,
                        "Files",
                        "src/**, !docs/**",
                        pull,
                        PullRequest::filePaths,
                        PullRequest::withFilePaths));
    }

    private static Node block(String title, Runnable remove, Node... fields) {
        var label = new Label(title);
        label.getStyleClass().add("field-label");
        var head = Forms.row(label);
        head.getChildren().add(Forms.remove(title.toLowerCase(Locale.ROOT), remove));
        var block = new VBox(4, head);
        block.getChildren().addAll(fields);
        return block;
    }

    private static <T> Node patterns(
            Live box,
            String label,
            String example,
            Part<T> of,
            Function<T, Patterns> get,
            BiFunction<T, Patterns, T> set) {
        return box.tend(
                new FieldRow(
                        "filter-" + label,
                        label,
                        of.line(t -> text(get.apply(t)), (t, text) -> set.apply(t, parse(text)))
                                .mono()
                                .prompt("Any; such as " + example)));
    }

    private static String text(Patterns patterns) {
        return Stream.concat(
                        patterns.includes().stream(),
                        patterns.excludes().stream().map(p -> "!" + p))
                .collect(Collectors.joining(", "));
    }

    private static Patterns parse(String text) {
        var all = Forms.list(text);
        return new Patterns(
                all.stream().filter(p -> !p.startsWith("!")).toList(),
                all.stream().filter(p -> p.startsWith("!")).map(p -> p.substring(1)).toList());
    }

    @Override
    public Node node() {
        return list;
    }

    @Override
    public void refresh() {
        list.refresh();
    }
}
