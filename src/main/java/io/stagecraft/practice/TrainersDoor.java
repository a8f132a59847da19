package io.stagecraft.practice;

import io.stagecraft.practice.wire.Refusal;
import io.stagecraft.practice.wire.Service;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;

/// The [Trainer] over HTTP: JSON objects posted to `/practice/…` of the account's address, unsigned.
///
/// - `/practice/break` `{"action": "Package", "pipeline": "", "kind": "fail", "message": "…", "stays": false}`, where `kind` is one of
///   `fail`, `hang`, `slow`, `throttle`, `missing-artifact`; `times` goes with `slow`, `code` with `fail`. The answer has a `note`
///   where nothing goes by that name yet: it breaks once that is deployed
/// - `/practice/mend` `{"action": "", "pipeline": ""}`
/// - `/practice/faults` `{}`, answered with a list
/// - `/practice/hold` with [StandIns#tree]: what a design takes as given
/// - `/practice/alarm` `{"name": "…", "region": "eu-west-1", "state": "ALARM"}`
/// - `/practice/connection` `{"name": "…", "region": "eu-west-1", "state": "PENDING"}`
public final class TrainersDoor {
    /// The kinds of faults, as they are written.
    public static final List<String> KINDS =
            List.of("fail", "hang", "slow", "throttle", "missing-artifact");

    private static final int USUALLY_SLOWER = 10;

    private final Trainer trainer;
    private final Consumer<StandIns> holder;

    /// @param holder has the account hold stand-ins
    TrainersDoor(Trainer trainer, Consumer<StandIns> holder) {
        this.trainer = trainer;
        this.holder = holder;
    }

    Service service() {
        return Service.json("practice", "practice")
                .plainly("break", (_, request) -> breaks(request))
                .plainly("mend", (_, request) -> mend(request))
                .plainly("faults", (_, _) -> faults())
                .plainly("hold", (_, request) -> hold(request))
                .plainly("alarm", (_, request) -> alarm(request))
                .plainly("connection", (_, request) -> connection(request));
    }

    /// A fault from words, as they come from a form or a command line.
    ///
    /// @param kind one of [#KINDS]
    /// @param word what `name` says; empty for what nobody said: `code`, `message` and `times` are asked
    /// @throws IllegalArgumentException in a sentence
    public static Fault.Kind kind(String kind, Function<String, String> word) {
        return switch (kind) {
            case "fail" ->
                    new Fault.Fails(
                            or(word.apply("code"), "JobFailed"),
                            or(word.apply("message"), "Broken on purpose by the trainer."));
            case "hang" -> new Fault.Hangs();
            case "slow" -> new Fault.Slow(times(or(word.apply("times"), "" + USUALLY_SLOWER)));
            case "throttle" -> new Fault.Throttled();
            case "missing-artifact" -> new Fault.ArtifactMissing();
            default ->
                    throw new IllegalArgumentException(
                            "There is no fault "
                                    + kind
                                    + ": it is one of "
                                    + String.join(", ", KINDS)
                                    + ".");
        };
    }

    private static int times(String text) {
        try {
            int times = Integer.parseInt(text);
            if (times >= 1 && times <= 1000) {
                return times;
            }
        } catch (NumberFormatException _) {
            // told below
        }
        throw new IllegalArgumentException(text + " times slower is out of range: 1 to 1000.");
    }

    private static String or(String said, String otherwise) {
        return said.isEmpty() ? otherwise : said;
    }

    private Map<String, Object> breaks(Map<?, ?> request) {
        var action = text(request, "action");
        if (action.isEmpty()) {
            throw new Refusal("ValidationException", "Say which action is to break.");
        }
        var pipeline = text(request, "pipeline");
        var done =
                minding(() -> {
                    var kind = kind(or(text(request, "kind"), "fail"), key -> text(request, key));
                    trainer.inject(
                            new Fault(
                                    pipeline,
                                    action,
                                    Boolean.parseBoolean(text(request, "stays")),
                                    kind));
                });
        return trainer.has(pipeline, action)
                ? done
                : Map.of(
                        "note",
                        (pipeline.isEmpty()
                                        ? "No pipeline here"
                                        : "No pipeline " + pipeline + " here")
                                + " has an action called "
                                + action
                                + " yet.");
    }

    private Map<String, Object> mend(Map<?, ?> request) {
        trainer.clear(text(request, "pipeline"), text(request, "action"));
        return Map.of();
    }

    private Map<String, Object> faults() {
        return Map.of("faults", trainer.faults().stream().map(TrainersDoor::shown).toList());
    }

    private static Map<String, Object> shown(Fault fault) {
        return Map.of(
                "pipeline",
                fault.pipeline(),
                "action",
                fault.action(),
                "stays",
                fault.stays(),
                "kind",
                word(fault.kind()));
    }

    /// How a kind is written: the one of [#KINDS] that [#kind] makes it of.
    public static String word(Fault.Kind kind) {
        return switch (kind) {
            case Fault.Fails _ -> "fail";
            case Fault.Hangs _ -> "hang";
            case Fault.Slow _ -> "slow";
            case Fault.Throttled _ -> "throttle";
            case Fault.ArtifactMissing _ -> "missing-artifact";
        };
    }

    private Map<String, Object> hold(Map<?, ?> request) {
        holder.accept(StandIns.of(request));
        return Map.of();
    }

    private Map<String, Object> alarm(Map<?, ?> request) {
        return minding(() ->
                trainer.alarm(
                        text(request, "name"), text(request, "region"), text(request, "state")));
    }

    private Map<String, Object> connection(Map<?, ?> request) {
        return minding(() ->
                trainer.connection(
                        text(request, "name"), text(request, "region"), text(request, "state")));
    }

    private static Map<String, Object> minding(Runnable what) {
        try {
            what.run();
            return Map.of();
        } catch (IllegalArgumentException e) {
            throw new Refusal("ValidationException", String.valueOf(e.getMessage()));
        }
    }

    private static String text(Map<?, ?> request, String key) {
        return Objects.toString(request.get(key), "");
    }
}
