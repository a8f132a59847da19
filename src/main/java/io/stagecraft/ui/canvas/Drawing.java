package io.stagecraft.ui.canvas;

import io.stagecraft.model.ActionId;
import io.stagecraft.model.Category;
import io.stagecraft.model.StageId;
import io.stagecraft.run.RunStatus;
import io.stagecraft.validate.Severity;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// All that the canvas shows, as plain values: two equal looks need no touch of the screen.
public record Drawing(
        CanvasLayout layout,
        List<StageLook> stages,
        List<CardLook> cards,
        List<GateLook> gates,
        List<WireLook> wires) {
    public Drawing {
        stages = List.copyOf(stages);
        cards = List.copyOf(cards);
        gates = List.copyOf(gates);
        wires = List.copyOf(wires);
    }

    /// How many problems something has, and how bad the worst is.
    ///
    /// @param first the message of the worst
    public record Badge(int count, Optional<Severity> worst, String first) {
        static final Badge NONE = new Badge(0, Optional.empty(), "");
    }

    /// A column.
    ///
    /// @param conditions what is checked at its edges, in words: entry, success, failure; empty texts for none
    /// @param run how it stands in the run on the screen
    public record StageLook(
            StageId id,
            String name,
            Box box,
            List<RowMark> rows,
            Conditions conditions,
            Optional<RunStatus> run,
            Badge badge,
            String spoken) {
        public StageLook {
            rows = List.copyOf(rows);
        }
    }

    /// The number in a stage's gutter.
    public record RowMark(int runOrder, double top) {}

    /// What is checked at the edges of a stage, in words; empty for nothing.
    public record Conditions(String entry, String success, String failure) {
        boolean none() {
            return entry.isEmpty() && success.isEmpty() && failure.isEmpty();
        }
    }

    /// A card.
    ///
    /// @param provider the type's title, or its provider where the catalogue has none
    /// @param detail the main setting, or empty
    /// @param place the account and region it works in
    /// @param broken what a trainer has it do wrong, in words; empty for nothing
    /// @param spoken what a screen reader says
    public record CardLook(
            ActionId id,
            Box box,
            double footer,
            String name,
            String provider,
            String detail,
            Category category,
            String icon,
            PlaceLook place,
            List<PortLook> inputs,
            List<PortLook> outputs,
            Badge badge,
            Optional<RunLook> run,
            String broken,
            String spoken) {
        public CardLook {
            inputs = List.copyOf(inputs);
            outputs = List.copyOf(outputs);
        }

        String subtitle() {
            return detail.isEmpty() ? provider : provider + " · " + detail;
        }
    }

    /// The environment of a card.
    ///
    /// @param name what stands on the card, or empty in a design where one place is like the other
    /// @param words its name, account and region
    /// @param colour `#rrggbb`, the band's
    public record PlaceLook(String name, String words, String colour) {}

    /// A port.
    ///
    /// @param artifact empty for an input that has none yet
    /// @param colour 1–10, the artifact's
    /// @param made whether somebody makes the artifact
    public record PortLook(String artifact, Spot at, int colour, boolean made) {}

    /// How an action stands in the run.
    ///
    /// @param said the first line of why it failed, or of what the provider said
    /// @param answerable whether it waits for an approval
    public record RunLook(
            RunStatus status,
            Optional<Instant> started,
            Optional<Instant> changed,
            String said,
            boolean answerable) {}

    /// The arrow into a stage, with its gate.
    ///
    /// @param closed in the run on the screen, or in the design where there is none
    /// @param waiting short ids of executions in front of it
    public record GateLook(
            StageId into,
            String stage,
            Spot at,
            double from,
            double to,
            boolean closed,
            String reason,
            List<String> waiting,
            String spoken) {
        public GateLook {
            waiting = List.copyOf(waiting);
        }

        Box box() {
            return new Box(from, at.y(), to - from, 0);
        }
    }

    /// A wire.
    ///
    /// @param late whether the artifact is made too late for its consumer
    public record WireLook(
            String artifact,
            ActionId producer,
            ActionId consumer,
            List<Spot> points,
            int colour,
            boolean late,
            String spoken) {
        public WireLook {
            points = List.copyOf(points);
        }

        Box box() {
            return points.stream().map(p -> Box.between(p, p)).reduce(Box::with).orElseThrow();
        }
    }
}
