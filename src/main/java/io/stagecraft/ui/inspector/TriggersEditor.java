package io.stagecraft.ui.inspector;

import io.stagecraft.edit.ChangeDesign;
import io.stagecraft.model.Action;
import io.stagecraft.model.Extras;
import io.stagecraft.model.Patterns;
import io.stagecraft.model.Trigger;
import io.stagecraft.model.Trigger.PullRequest;
import io.stagecraft.model.Trigger.Push;
import io.stagecraft.ui.Workspace;

import javafx.scene.Node;
import javafx.scene.layout.VBox;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What starts the pipeline by itself: the source watched, and filters of pushes and pull requests. `!` before a pattern excludes.
final class TriggersEditor implements Editor {
    private final Workspace workspace;
    private final Live list;

    TriggersEditor(Workspace workspace) {
        this.workspace = workspace;
        list =
                new Live(
                        () ->
                                all().stream()
                                        .map(t -> List.of(t.push().size(), t.pullRequests().size()))
                                        .toList(),
                        this::fill);
    }

    private List<Trigger> all() {
        return workspace.design().triggers();
    }

    private void fill(Live box) {
        if (all().isEmpty()) {
            box.say(Forms.words("Every push to a source's branch starts it."));
        }
        for (int i = 0; i < all().size(); i++) {
            trigger(box, i);
        }
        box.say(
                Forms.add(
                        "add-trigger",
                        "Trigger",
                        () ->
                                set(
                                        "Add trigger",
                                        all ->
                                                ActionFormViewModel.plus(
                                                        all,
                                                        new Trigger(
                                                                sources().stream()
                                                                        .findFirst()
                                                                        .orElse(""),
                                                                List.of(
                                                                        new Push(
                                                                                Patterns.NONE,
                                                                                new Patterns(
                                                                                        List.of(
                                                                                                "main"),
                                                                                        List.of()),
                                                                                Patterns.NONE)),
                                                                List.of(),
                                                                Extras.NONE)))));
    }

    private List<String> sources() {
        return workspace
                .design()
                .actions()
                .filter(a -> a.type().provider().equals(Trigger.PROVIDER))
                .map(Action::name)
                .toList();
    }

    private Trigger at(int index) {
        return index < all().size()
                ? all().get(index)
                : new Trigger("", List.of(), List.of(), Extras.NONE);
    }

    private void set(String title, UnaryOperator<List<Trigger>> change) {
        workspace.apply(new ChangeDesign(title, d -> d.withTriggers(change.apply(d.triggers()))));
    }

    private void put(int index, Trigger trigger) {
        set("Set trigger of " + trigger.source(), all -> PipelinePage.with(all, index, trigger));
    }

    private void trigger(Live box, int i) {
        var source =
                box.tend(
                        new ChoiceEditor<>(
                                this::sources,
                                s -> "From " + s,
                                () -> Optional.of(at(i).source()),
                                s ->
                                        put(
                                                i,
                                                new Trigger(
                                                        s,
                                                        at(i).push(),
                                                        at(i).pullRequests(),
                                                        at(i).extras()))));
        var head = Forms.row(source.node());
        head.getChildren()
                .add(
                        Forms.remove(
                                "this trigger",
                                () -> set("Remove trigger", all -> PipelinePage.without(all, i))));
        var card = new VBox(6, head);
        card.getStyleClass().add("form-card");
        for (int f = 0; f < at(i).push().size(); f++) {
            card.getChildren().add(push(box, i, f));
        }
        for (int f = 0; f < at(i).pullRequests().size(); f++) {
            card.getChildren().add(pullRequest(box, i, f));
        }
        card.getChildren()
                .add(
                        new VBox(
                                Forms.add(
                                        "add-push-" + i,
                                        "Pushes to…",
                                        () ->
                                                pushes(
                                                        i,
                                                        ActionFormViewModel.plus(
                                                                at(i).push(),
                                                                new Push(
                                                                        Patterns.NONE,
                                                                        Patterns.NONE,
                                                                        Patterns.NONE)))),
                                Forms.add(
                                        "add-pull-" + i,
                                        "Pull requests to…",
                                        () ->
                                                pulls(
                                                        i,
                                                        ActionFormViewModel.plus(
                                                                at(i).pullRequests(),
                                                                new PullRequest(
                                                                        List.of(
                                                                                Trigger.Event.OPEN,
                                                                                Trigger.Event
                                                                                        .UPDATED),
                                                                        Patterns.NONE,
                                                                        Patterns.NONE))))));
        box.say(card);
    }

    private void pushes(int i, List<Push> filters) {
        put(i, new Trigger(at(i).source(), filters, at(i).pullRequests(), at(i).extras()));
    }

    private void pulls(int i, List<PullRequest> filters) {
        put(i, new Trigger(at(i).source(), at(i).push(), filters, at(i).extras()));
    }

    private Push push(int i, int f) {
        return f < at(i).push().size()
                ? at(i).push().get(f)
                : new Push(Patterns.NONE, Patterns.NONE, Patterns.NONE);
    }

    private void push(int i, int f, Push filter) {
        pushes(i, PipelinePage.with(at(i).push(), f, filter));
    }

    private Node push(Live box, int i, int f) {
        return block(
                "Pushes",
                () -> pushes(i, PipelinePage.without(at(i).push(), f)),
                patterns(
                        box,
                        "Branches, such as main, !dev/**",
                        () -> push(i, f).branches(),
                        p -> push(i, f, new Push(push(i, f).tags(), p, push(i, f).filePaths()))),
                patterns(
                        box,
                        "Tags, such as v*",
                        () -> push(i, f).tags(),
                        p ->
                                push(
                                        i,
                                        f,
                                        new Push(
                                                p, push(i, f).branches(), push(i, f).filePaths()))),
                patterns(
                        box,
                        "Files, such as src/**",
                        () -> push(i, f).filePaths(),
                        p -> push(i, f, new Push(push(i, f).tags(), push(i, f).branches(), p))));
    }

    private PullRequest pull(int i, int f) {
        return f < at(i).pullRequests().size()
                ? at(i).pullRequests().get(f)
                : new PullRequest(List.of(), Patterns.NONE, Patterns.NONE);
    }

    private void pull(int i, int f, PullRequest filter) {
        pulls(i, PipelinePage.with(at(i).pullRequests(), f, filter));
    }

    private Node pullRequest(Live box, int i, int f) {
        var events =
                box.tend(
                        TextEditor.line(
                                        workspace,
                                        () ->
                                                pull(i, f).events().stream()
                                                        .map(Enum::name)
                                                        .collect(Collectors.joining(", ")),
                                        text ->
                                                pull(
                                                        i,
                                                        f,
                                                        new PullRequest(
                                                                events(text),
                                                                pull(i, f).branches(),
                                                                pull(i, f).filePaths())))
                                .prompt("OPEN, UPDATED, CLOSED"));
        return block(
                "Pull requests",
                () -> pulls(i, PipelinePage.without(at(i).pullRequests(), f)),
                events.node(),
                patterns(
                        box,
                        "Target branches, such as main",
                        () -> pull(i, f).branches(),
                        p ->
                                pull(
                                        i,
                                        f,
                                        new PullRequest(
                                                pull(i, f).events(), p, pull(i, f).filePaths()))),
                patterns(
                        box,
                        "Files, such as src/**",
                        () -> pull(i, f).filePaths(),
                        p ->
                                pull(
                                        i,
                                        f,
                                        new PullRequest(
                                                pull(i, f).events(), pull(i, f).branches(), p))));
    }

    private static List<Trigger.Event> events(String text) {
        return Forms.list(text).stream()
                .flatMap(w ->
                        Stream.of(Trigger.Event.values()).filter(e -> e.name().equalsIgnoreCase(w)))
                .toList();
    }

    private static Node block(String title, Runnable remove, Node... fields) {
        var label = new javafx.scene.control.Label(title);
        label.getStyleClass().add("field-label");
        var head = Forms.row(label);
        head.getChildren().add(Forms.remove(title, remove));
        var block = new VBox(4, head);
        block.getChildren().addAll(fields);
        return block;
    }

    private Node patterns(
            Live box,
            String prompt,
            java.util.function.Supplier<Patterns> read,
            java.util.function.Consumer<Patterns> write) {
        return box.tend(
                        TextEditor.line(
                                        workspace,
                                        () -> text(read.get()),
                                        t -> write.accept(parse(t)))
                                .mono()
                                .prompt(prompt))
                .node();
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
