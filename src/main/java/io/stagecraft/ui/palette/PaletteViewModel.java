package io.stagecraft.ui.palette;

import io.stagecraft.catalog.ActionSpec;
import io.stagecraft.catalog.Bounds;
import io.stagecraft.model.Category;
import io.stagecraft.model.PipelineType;
import io.stagecraft.ui.Message;
import io.stagecraft.ui.Workspace;
import io.stagecraft.ui.kit.Fuzzy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/// What the palette lists: every action type by category, or those that a few letters mean.
public final class PaletteViewModel {
    private final Workspace workspace;

    public PaletteViewModel(Workspace workspace) {
        this.workspace = workspace;
    }

    /// A line of the list.
    public sealed interface Line {}

    /// The head of a group.
    public record Head(Category category) implements Line {}

    /// An action type.
    public record Entry(ActionSpec spec) implements Line {
        /// What sets it apart from most others, in a word or two; mostly empty.
        public List<String> tags() {
            var tags = new ArrayList<String>();
            if (spec.pipelineTypes().equals(Set.of(PipelineType.V2))) {
                tags.add("V2");
            }
            switch (spec.status()) {
                case LEGACY -> tags.add("legacy");
                case RETIRED -> tags.add("retired");
                case CURRENT -> {}
            }
            return tags;
        }

        /// What it does and which artifacts it takes and makes.
        public String about() {
            return spec.summary()
                    + "\n"
                    + artifacts(spec.inputs(), "in")
                    + ", "
                    + artifacts(spec.outputs(), "out");
        }

        private static String artifacts(Bounds bounds, String where) {
            return (bounds.min() == bounds.max()
                            ? String.valueOf(bounds.min())
                            : bounds.min() + "–" + bounds.max())
                    + (bounds.max() == 1 ? " artifact " : " artifacts ")
                    + where;
        }
    }

    /// Gives all lines to `done` once the whole catalogue has been read, which takes too long for a frame.
    ///
    /// @param done is not called where the program's own files are broken; the person reads which
    public void read(Consumer<List<Line>> done) {
        workspace
                .background()
                .run(
                        () -> lines(""),
                        done,
                        problem ->
                                workspace.tell(
                                        Message.failure(
                                                String.valueOf(problem.getMessage()),
                                                "Install Stagecraft again.")));
    }

    /// The lines that answer `query`, groups in the order people meet them; current types before those on their way out.
    public List<Line> lines(String query) {
        var found =
                Fuzzy.best(
                        query,
                        workspace.catalog().all().stream().filter(s -> !s.isShared()).toList(),
                        s ->
                                s.title()
                                        + " "
                                        + s.type().provider()
                                        + " "
                                        + s.type().category().word());
        Map<Category, List<ActionSpec>> groups = new EnumMap<>(Category.class);
        found.forEach(
                s -> groups.computeIfAbsent(s.type().category(), _ -> new ArrayList<>()).add(s));
        var lines = new ArrayList<Line>();
        groups.forEach((category, specs) -> {
            lines.add(new Head(category));
            specs.stream()
                    .sorted(Comparator.comparing(ActionSpec::status))
                    .forEach(s -> lines.add(new Entry(s)));
        });
        return lines;
    }
}
