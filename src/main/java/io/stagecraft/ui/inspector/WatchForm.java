package io.stagecraft.ui.inspector;

import io.stagecraft.model.Companion;
import io.stagecraft.model.Companion.Subscription;
import io.stagecraft.ui.Workspace;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// What a person may set of a watch.
///
/// @param now the watch as it is drawn; nothing once it is gone
/// @param put takes the changed one
record WatchForm(
        Workspace workspace, Supplier<Optional<Companion.Watch>> now, Consumer<Companion> put) {
    void into(Live box) {
        box.add(
                new FieldRow(
                        "companion-name",
                        "Name",
                        TextEditor.line(
                                workspace,
                                () -> now.get().map(Companion.Watch::name).orElse(""),
                                name ->
                                        change(w ->
                                                copy(
                                                        w,
                                                        name,
                                                        w.subscriptions(),
                                                        w.slowMinutes())))));
        box.add(
                new FieldRow(
                        "subscriptions",
                        "Who hears of failures, protocol:endpoint lines",
                        TextEditor.lines(
                                        3,
                                        workspace,
                                        () -> now.get().map(WatchForm::lines).orElse(""),
                                        text ->
                                                change(w ->
                                                        copy(
                                                                w,
                                                                w.name(),
                                                                subscriptions(text),
                                                                w.slowMinutes())))
                                .mono()
                                .prompt("email:team@example.com")));
        box.add(
                new FieldRow(
                        "slow-minutes",
                        "Alarm when a run takes this many minutes",
                        TextEditor.line(
                                        workspace,
                                        () ->
                                                now.get()
                                                        .filter(w -> w.slowMinutes() > 0)
                                                        .map(w -> String.valueOf(w.slowMinutes()))
                                                        .orElse(""),
                                        text ->
                                                change(w ->
                                                        copy(
                                                                w,
                                                                w.name(),
                                                                w.subscriptions(),
                                                                minutes(text))))
                                .prompt("none")));
        box.say(
                Forms.words(
                        "A topic hears of every run that fails; alarms and a dashboard of the pipeline and its builds come with it."));
    }

    private void change(java.util.function.UnaryOperator<Companion.Watch> change) {
        now.get().ifPresent(watch -> put.accept(change.apply(watch)));
    }

    private static Companion.Watch copy(
            Companion.Watch of, String name, List<Subscription> subscriptions, int slowMinutes) {
        return new Companion.Watch(name, of.origin(), of.environment(), subscriptions, slowMinutes);
    }

    private static String lines(Companion.Watch watch) {
        return watch.subscriptions().stream()
                .map(s -> s.protocol() + ":" + s.endpoint())
                .collect(Collectors.joining("\n"));
    }

    private static List<Subscription> subscriptions(String text) {
        return text.lines()
                .map(line -> line.strip().split(":", 2))
                .filter(parts -> parts.length == 2)
                .map(parts -> new Subscription(parts[0], parts[1]))
                .toList();
    }

    /// What is no number of minutes means none.
    private static int minutes(String text) {
        return text.strip().matches("\\d{1,5}") ? Integer.parseInt(text.strip()) : 0;
    }
}
