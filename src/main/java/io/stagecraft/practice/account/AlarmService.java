package io.stagecraft.practice.account;

import io.stagecraft.practice.wire.Caller;
import io.stagecraft.practice.wire.Refusal;
import io.stagecraft.practice.wire.Service;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/// The two operations of CloudWatch that stage conditions need: how alarms stand, and setting one by hand.
///
/// @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_SetAlarmState.html">SetAlarmState</a>
public final class AlarmService {
    private final Timeline time;
    private final Alarms alarms;

    public AlarmService(Timeline time, Alarms alarms) {
        this.time = time;
        this.alarms = alarms;
    }

    /// What can be asked, as trees: CloudWatch's model classes are not among the program's.
    public Service service() {
        return Service.json("monitoring", "GraniteServiceVersion20100801")
                .plainly("DescribeAlarms", this::describe)
                .plainly("SetAlarmState", this::set);
    }

    private Map<String, Object> describe(Caller caller, Map<?, ?> request) {
        return time.ask(() -> {
            var names = request.get("AlarmNames") instanceof List<?> list ? list : List.of();
            var shown =
                    alarms.in(caller.region())
                            .filter(a -> names.isEmpty() || names.contains(a.name()))
                            .map(this::shown)
                            .toList();
            return Map.of("MetricAlarms", shown, "CompositeAlarms", List.of());
        });
    }

    private Map<String, Object> shown(Thing alarm) {
        var standing = alarms.standing(alarm);
        return Map.of(
                "AlarmName",
                alarm.name(),
                "AlarmArn",
                alarm.arn(),
                "StateValue",
                standing.state(),
                "StateReason",
                standing.reason());
    }

    private Map<String, Object> set(Caller caller, Map<?, ?> request) {
        var state = text(request, "StateValue");
        if (!Alarms.STATES.contains(state)) {
            throw new Refusal(
                    "ValidationError",
                    "1 validation error detected: Value '"
                            + state
                            + "' at 'stateValue' failed to satisfy constraint: Member must satisfy enum value set: [INSUFFICIENT_DATA, ALARM, OK]");
        }
        return time.ask(() -> {
            alarms.set(
                    text(request, "AlarmName"),
                    caller.region(),
                    new Alarms.Standing(state, text(request, "StateReason")));
            return Map.of();
        });
    }

    private static String text(Map<?, ?> request, String key) {
        return Objects.toString(request.get(key), "");
    }
}
