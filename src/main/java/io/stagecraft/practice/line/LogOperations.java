package io.stagecraft.practice.line;

import io.stagecraft.practice.wire.Caller;
import io.stagecraft.practice.wire.Refusal;

import java.util.Map;

/// The lines that played actions wrote, as CloudWatch Logs tells them.
record LogOperations(Desk desk) {
    Map<String, Object> lines(Caller caller, Map<?, ?> request) {
        return desk.ask(() -> {
            var run = run(caller, String.valueOf(request.get("logStreamName")));
            var now = desk.time().now();
            var end = !run.isRunning() && run.changed.isBefore(now) ? run.changed : now;
            var events =
                    run.log.stream()
                            .filter(l -> !l.at().isAfter(end))
                            .map(l ->
                                    Map.<String, Object>of(
                                            "timestamp",
                                            l.at().toEpochMilli(),
                                            "ingestionTime",
                                            l.at().toEpochMilli(),
                                            "message",
                                            l.text()))
                            .toList();
            return Map.of(
                    "events",
                    events,
                    "nextForwardToken",
                    "f/" + events.size(),
                    "nextBackwardToken",
                    "b/0");
        });
    }

    private StageRun.ActionRun run(Caller caller, String stream) {
        return desk.pipelines()
                .in(caller.region())
                .flatMap(p -> p.executions.stream())
                .flatMap(e -> e.actions.stream())
                .filter(a -> a.id.equals(stream))
                .findFirst()
                .orElseThrow(() ->
                        new Refusal(
                                "ResourceNotFoundException",
                                "The specified log stream does not exist."));
    }
}
