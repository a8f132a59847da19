package io.stagecraft.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

@Command(
        name = "fault",
        description = {
            "Break an action of the Practice account on purpose, for training: the next time it runs.",
            "Without an action it lists what is still to break."
        })
final class FaultCommand extends Job {
    @Parameters(
            paramLabel = "ACTION",
            arity = "0..1",
            description = "an action's or a condition rule's name")
    private String action = "";

    @Option(
            names = "--pipeline",
            paramLabel = "P",
            description = "only in this pipeline (default: in any)")
    private String pipeline = "";

    @Option(
            names = "--kind",
            paramLabel = "K",
            defaultValue = "fail",
            description =
                    "fail, hang, slow, throttle or missing-artifact (default: ${DEFAULT-VALUE})")
    private String kind = "";

    @Option(names = "--message", paramLabel = "M", description = "what it says when it fails")
    private String message = "";

    @Option(
            names = "--code",
            paramLabel = "C",
            description = "the error code when it fails (default: JobFailed)")
    private String code = "";

    @Option(names = "--times", paramLabel = "N", description = "how much slower (default: 10)")
    private String times = "";

    @Option(names = "--stays", description = "each time, until it is cleared")
    private boolean stays;

    @Option(names = "--clear", description = "let it be well again; without an action, all of them")
    private boolean clear;

    @Mixin private Door door = new Door();

    @Override
    public Integer call() throws Exception {
        var words = new LinkedHashMap<String, Object>();
        words.put("action", action);
        words.put("pipeline", pipeline);
        if (clear) {
            door.ask("mend", words);
        } else if (action.isEmpty()) {
            list();
        } else {
            words.put("kind", kind);
            words.put("message", message);
            words.put("code", code);
            words.put("times", times);
            words.put("stays", stays);
            var answer = door.ask("break", words);
            err().println(
                            action
                                    + (stays
                                            ? " breaks each time it runs"
                                            : " breaks the next time it runs")
                                    + ": "
                                    + kind);
            if (answer.get("note") instanceof String note) {
                err().println(
                                note
                                        + " It breaks the first time one runs, and a new pipeline starts as soon as it is deployed; look for a typing slip.");
            }
        }
        return Cli.FINE;
    }

    private void list() throws InterruptedException {
        if (door.ask("faults", Map.of()).get("faults") instanceof List<?> faults) {
            faults.forEach(fault -> out().println(line((Map<?, ?>) fault)));
        }
    }

    private static String line(Map<?, ?> fault) {
        var where = String.valueOf(fault.get("pipeline"));
        return String.join(
                "\t",
                String.valueOf(fault.get("action")),
                String.valueOf(fault.get("kind")),
                where.isEmpty() ? "any pipeline" : where,
                Boolean.TRUE.equals(fault.get("stays")) ? "stays" : "once");
    }
}
