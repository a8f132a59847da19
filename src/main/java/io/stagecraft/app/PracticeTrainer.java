package io.stagecraft.app;

import io.stagecraft.practice.Fault;
import io.stagecraft.practice.Trainer;
import io.stagecraft.practice.TrainersDoor;
import io.stagecraft.ui.TrainerControls.Broken;
import io.stagecraft.ui.TrainerControls.Kind;
import io.stagecraft.ui.watch.TrainerDoor;

import java.util.List;
import java.util.Locale;

/// The Practice account's trainer, as the window knows one: its faults in words.
record PracticeTrainer(Trainer trainer) implements TrainerDoor {
    private static final List<Kind> KINDS =
            TrainersDoor.KINDS.stream().map(PracticeTrainer::kind).toList();

    @Override
    public List<Kind> kinds() {
        return KINDS;
    }

    @Override
    public List<Broken> broken(String pipeline) {
        return trainer.faults().stream()
                .filter(f -> f.pipeline().isEmpty() || f.pipeline().equals(pipeline))
                .map(f -> new Broken(f.action(), words(f)))
                .toList();
    }

    @Override
    public void breakIt(String pipeline, String action, Kind kind, String detail, boolean stays) {
        var asked = TrainersDoor.kind(kind.id(), word -> word.equals(key(kind)) ? detail : "");
        trainer.inject(new Fault(pipeline, action, stays, asked));
    }

    /// A fault for any pipeline hits this one too, so both go.
    @Override
    public void mend(String pipeline, String action) {
        trainer.faults().stream()
                .filter(f -> f.hits(pipeline, action))
                .forEach(f -> trainer.clear(f.pipeline(), f.action()));
    }

    private static String words(Fault fault) {
        var how = kind(TrainersDoor.word(fault.kind())).title();
        return how + (fault.stays() ? " until mended" : " the next time");
    }

    private static String key(Kind kind) {
        return kind.id().equals("slow") ? "times" : "message";
    }

    private static Kind kind(String id) {
        return switch (id) {
            case "fail" ->
                    new Kind(
                            id,
                            "Fails",
                            "The provider does its work and reports a failure.",
                            "What it says");
            case "hang" ->
                    new Kind(id, "Hangs", "It goes on until its timeout or a stop ends it.", "");
            case "slow" ->
                    new Kind(
                            id,
                            "Is slow",
                            "It takes ten times as long as usual, or as many as you say.",
                            "Times as long");
            case "throttle" ->
                    new Kind(id, "Is throttled", "The service is asked too often and refuses.", "");
            case "missing-artifact" ->
                    new Kind(
                            id,
                            "Misses its artifact",
                            "What it reads is not in the artifact bucket.",
                            "");
            default -> new Kind(id, id.toUpperCase(Locale.ROOT), "", "");
        };
    }
}
