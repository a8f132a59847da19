package io.stagecraft.ui.watch;

import io.stagecraft.aws.Runs.Revision;
import io.stagecraft.aws.Runs.Start;
import io.stagecraft.catalog.ActionSpec;
import io.stagecraft.model.Action;
import io.stagecraft.model.Variable;
import io.stagecraft.ui.Workspace;

import javafx.beans.property.BooleanProperty;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What one execution may be given at its start: values of variables, and revisions of sources.
public final class StartViewModel {
    /// How a source says which revision it took, and how CodePipeline calls such a revision.
    ///
    /// @see <a href="https://docs.aws.amazon.com/codepipeline/latest/userguide/pipelines-trigger-source-overrides.html">Source revision overrides</a>
    private static final Map<String, String> TYPES =
            Map.of(
                    "CommitId", "COMMIT_ID",
                    "ImageDigest", "IMAGE_DIGEST",
                    "VersionId", "S3_OBJECT_VERSION_ID");

    private final Workspace workspace;
    private final WatchViewModel watch;

    /// A source whose revision may be chosen.
    ///
    /// @param type as CodePipeline calls it
    /// @param words such as "commit id"
    public record Source(String action, String type, String words) {}

    public StartViewModel(Workspace workspace, WatchViewModel watch) {
        this.workspace = workspace;
        this.watch = watch;
    }

    /// Whether somebody is being asked.
    BooleanProperty askingProperty() {
        return watch.askingProperty();
    }

    /// The one that is started: a design renamed in mid-run is still deployed under its old name.
    String pipeline() {
        return watch.pipeline();
    }

    List<Variable> variables() {
        return workspace.design().variables();
    }

    /// The sources that can take another revision than their newest.
    List<Source> sources() {
        return workspace
                .design()
                .actions()
                .filter(a -> a.type().isSource())
                .flatMap(a -> source(a).stream())
                .toList();
    }

    private Optional<Source> source(Action action) {
        return workspace.catalog().find(action.type()).map(ActionSpec::variables).stream()
                .flatMap(List::stream)
                .filter(TYPES::containsKey)
                .map(v -> TYPES.getOrDefault(v, ""))
                .map(type ->
                        new Source(
                                action.name(),
                                type,
                                type.replace("S3_", "").replace('_', ' ').toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    /// Starts it.
    ///
    /// @param values what was written for each variable; one left as it is by default is not sent
    /// @param revisions what was written for each source, by its action; empty for the newest
    void start(Map<String, String> values, Map<String, String> revisions) {
        var given = new LinkedHashMap<String, String>();
        for (var variable : variables()) {
            var value = values.getOrDefault(variable.name(), "");
            if (!value.isEmpty() && !variable.defaultValue().equals(Optional.of(value))) {
                given.put(variable.name(), value);
            }
        }
        var wanted =
                sources().stream()
                        .filter(s -> !revisions.getOrDefault(s.action(), "").isBlank())
                        .map(s ->
                                new Revision(
                                        s.action(),
                                        s.type(),
                                        revisions.getOrDefault(s.action(), "").strip()))
                        .toList();
        watch.askingProperty().set(false);
        watch.start(new Start(given, wanted));
    }
}
