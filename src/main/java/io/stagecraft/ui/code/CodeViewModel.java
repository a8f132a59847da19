package io.stagecraft.ui.code;

import io.stagecraft.blueprint.Blueprint;
import io.stagecraft.model.Design;
import io.stagecraft.ui.Workspace;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/// The design as code in the chosen language, worked out in the background while the panel shows.
public final class CodeViewModel {
    /// A way to write a blueprint down.
    ///
    /// @param title such as "CloudFormation"
    /// @param write the files, in memory; called off the UI thread
    public record Language(String title, Function<Blueprint, List<CodeFile>> write) {}

    /// One file of an export.
    public record CodeFile(String path, String content) {}

    /// A line of the chosen file.
    ///
    /// @param number from 1
    /// @param isNew whether the design as saved does not have it
    public record Line(int number, List<Token> tokens, boolean isNew) {
        /// As it is written.
        public String text() {
            var text = new StringBuilder();
            tokens.forEach(t -> text.append(t.text()));
            return text.toString();
        }
    }

    private final Workspace workspace;
    private final Function<Design, Blueprint> planner;
    private final List<Language> languages;
    private final ObjectProperty<Language> language;
    private final ObjectProperty<Optional<String>> path =
            new SimpleObjectProperty<>(Optional.empty());
    private final BooleanProperty showing = new SimpleBooleanProperty(false);
    private final ReadOnlyObjectWrapper<List<CodeFile>> files =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<Line>> lines = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<String>> failure =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private long asked;

    /// @param planner plans the design as saved, to tell what is new against it
    /// @param languages never empty
    public CodeViewModel(
            Workspace workspace, Function<Design, Blueprint> planner, List<Language> languages) {
        this.workspace = workspace;
        this.planner = planner;
        this.languages = List.copyOf(languages);
        language = new SimpleObjectProperty<>(languages.getFirst());
        workspace.blueprintProperty().addListener((_, _, _) -> write());
        workspace.savedProperty().addListener((_, _, _) -> write());
        language.addListener((_, _, _) -> write());
        path.addListener((_, _, _) -> write());
        showing.addListener((_, _, _) -> write());
    }

    public List<Language> languages() {
        return languages;
    }

    public ObjectProperty<Language> languageProperty() {
        return language;
    }

    /// The chosen file; empty for the first.
    public ObjectProperty<Optional<String>> pathProperty() {
        return path;
    }

    /// Whether anybody looks; nothing is worked out while nobody does.
    public BooleanProperty showingProperty() {
        return showing;
    }

    public ReadOnlyObjectProperty<List<CodeFile>> filesProperty() {
        return files.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<List<Line>> linesProperty() {
        return lines.getReadOnlyProperty();
    }

    /// Why there is no code; empty when there is.
    public ReadOnlyObjectProperty<Optional<String>> failureProperty() {
        return failure.getReadOnlyProperty();
    }

    /// The whole chosen file, for the clipboard.
    public String text() {
        return chosen(files.get(), path.get()).map(CodeFile::content).orElse("");
    }

    /// The index of the first line that names `name`, or -1.
    public int lineOf(String name) {
        var found = lines.get();
        for (int i = 0; i < found.size(); i++) {
            if (found.get(i)
                    .text()
                    .matches(".*[Nn]ame\"?\\s*[:=]\\s*\"?" + Pattern.quote(name) + "\"?,?")) {
                return i;
            }
        }
        return -1;
    }

    private record Written(List<CodeFile> files, List<Line> lines) {}

    private void write() {
        var plan = workspace.blueprintProperty().get();
        if (!showing.get() || plan.isEmpty()) {
            return;
        }
        long mine = ++asked;
        var to = language.get();
        var wanted = path.get();
        var saved = workspace.savedProperty().get();
        workspace
                .background()
                .run(
                        () -> written(plan.get(), to, wanted, saved),
                        result -> {
                            if (mine == asked) {
                                failure.set(Optional.empty());
                                files.set(result.files());
                                lines.set(result.lines());
                            }
                        },
                        problem -> {
                            if (mine == asked) {
                                failure.set(Optional.of(String.valueOf(problem.getMessage())));
                            }
                        });
    }

    private Written written(Blueprint plan, Language to, Optional<String> wanted, Design saved) {
        var now = to.write().apply(plan);
        var file = chosen(now, wanted);
        if (file.isEmpty()) {
            return new Written(now, List.of());
        }
        var text = file.get().content().lines().toList();
        var before =
                chosen(to.write().apply(planner.apply(saved)), Optional.of(file.get().path()))
                        .map(f -> f.content().lines().toList())
                        .orElse(List.of());
        var added = LineDiff.added(before, text);
        var highlighter = Highlighter.of(file.get().path());
        var lines = new ArrayList<Line>(text.size());
        for (int i = 0; i < text.size(); i++) {
            lines.add(new Line(i + 1, highlighter.tokens(text.get(i)), added.get(i)));
        }
        return new Written(now, List.copyOf(lines));
    }

    private static Optional<CodeFile> chosen(List<CodeFile> files, Optional<String> path) {
        return files.stream()
                .filter(f -> path.isEmpty() || f.path().equals(path.get()))
                .findFirst()
                .or(() -> files.stream().findFirst());
    }
}
