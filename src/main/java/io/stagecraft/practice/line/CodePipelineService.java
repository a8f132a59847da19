package io.stagecraft.practice.line;

import io.stagecraft.practice.account.Timeline;
import io.stagecraft.practice.wire.Service;

import java.util.List;

/// CodePipeline's operations, as requests and answers.
///
/// @see <a href="https://docs.aws.amazon.com/codepipeline/latest/APIReference/API_Operations.html">Actions</a>
public final class CodePipelineService {
    /// Operations that belong together.
    interface Operations {
        /// Adds them to what the service can do.
        void join(Service service);
    }

    private final Desk desk;

    public CodePipelineService(Timeline time, Pipelines pipelines) {
        this.desk = new Desk(time, pipelines);
    }

    /// What can be asked.
    public Service service() {
        var service = Service.json("codepipeline", "CodePipeline_20150709");
        List.of(
                        new PipelineOperations(desk),
                        new RunOperations(desk),
                        new StageOperations(desk),
                        new LookOperations(desk),
                        new TypeOperations(desk),
                        new JobOperations(desk),
                        new WebhookOperations(desk),
                        new TagOperations(desk))
                .forEach(operations -> operations.join(service));
        return service;
    }

    /// The lines that played actions wrote, as CloudWatch Logs tells them.
    public Service logs() {
        var logs = new LogOperations(desk);
        return Service.json("logs", "Logs_20140328").plainly("GetLogEvents", logs::lines);
    }
}
