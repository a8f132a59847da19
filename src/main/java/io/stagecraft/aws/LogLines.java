package io.stagecraft.aws;

import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.OutputLogEvent;
import software.amazon.awssdk.services.cloudwatchlogs.model.ResourceNotFoundException;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/// Where an action's log lies in CloudWatch Logs, and its last lines.
///
/// @see <a href="https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_GetLogEvents.html">GetLogEvents</a>
record LogLines(String region, String group, String stream) {
    private static final int LINES = 500;
    private static final Pattern ARN =
            Pattern.compile("arn:[^:]+:logs:([^:]+):[^:]*:log-group:(.+?):log-stream:(.+)");

    /// The place that a log stream's ARN names; nothing for what is no such ARN.
    static Optional<LogLines> at(String arn) {
        var matcher = ARN.matcher(arn);
        return matcher.matches()
                ? Optional.of(new LogLines(matcher.group(1), matcher.group(2), matcher.group(3)))
                : Optional.empty();
    }

    /// Its last lines, oldest first; none while the stream is not there yet.
    List<String> read(Function<String, CloudWatchLogsClient> clients) {
        try {
            return clients
                    .apply(region)
                    .getLogEvents(r ->
                            r.logGroupName(group)
                                    .logStreamName(stream)
                                    .startFromHead(false)
                                    .limit(LINES))
                    .events()
                    .stream()
                    .map(OutputLogEvent::message)
                    .map(String::stripTrailing)
                    .toList();
        } catch (ResourceNotFoundException _) {
            return List.of();
        }
    }
}
