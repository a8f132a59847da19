package io.stagecraft.practice.line;

import io.stagecraft.practice.account.Ids;
import io.stagecraft.practice.wire.Refusal;

import software.amazon.awssdk.services.codepipeline.model.ActionTypeId;
import software.amazon.awssdk.services.codepipeline.model.JobStatus;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What custom actions have workers do. A job that nobody reports on ends with its action's timeout.
final class Jobs {
    /// One job.
    static final class Job {
        final String id;
        final StageRun.ActionRun run;
        final Player.End end;
        String nonce;
        String continuation = "";
        JobStatus status = JobStatus.QUEUED;

        Job(String id, String nonce, StageRun.ActionRun run, Player.End end) {
            this.id = id;
            this.nonce = nonce;
            this.run = run;
            this.end = end;
        }

        boolean isOpen() {
            return run.isRunning()
                    && (status == JobStatus.QUEUED
                            || status == JobStatus.DISPATCHED
                            || status == JobStatus.IN_PROGRESS);
        }
    }

    private final Ids ids;
    private final List<Job> jobs = new ArrayList<>();

    Jobs(Ids ids) {
        this.ids = ids;
    }

    void open(StageRun.ActionRun run, Player.End end) {
        var job = new Job(ids.uuid(), "1", run, end);
        jobs.add(job);
    }

    /// Hands out jobs that nobody has yet.
    ///
    /// @param query configuration values, all of which an action has to have
    List<Job> poll(String region, ActionTypeId type, int most, Map<String, String> query) {
        var found =
                jobs.stream()
                        .filter(j -> j.status == JobStatus.QUEUED && j.isOpen())
                        .filter(j -> j.run.stage.execution.pipeline.region.equals(region))
                        .filter(j -> j.run.action.actionTypeId().equals(type))
                        .filter(j -> j.run.resolved.entrySet().containsAll(query.entrySet()))
                        .limit(most)
                        .toList();
        found.forEach(j -> j.status = JobStatus.DISPATCHED);
        return found;
    }

    /// @throws Refusal `InvalidNonceException`, `JobNotFoundException`
    JobStatus acknowledge(String id, String nonce) {
        var job = get(id);
        if (!job.nonce.equals(nonce)) {
            throw new Refusal(
                    "InvalidNonceException",
                    "The nonce " + nonce + " is not the one of the job " + id);
        }
        if (job.status == JobStatus.DISPATCHED) {
            job.status = JobStatus.IN_PROGRESS;
        }
        return job.status;
    }

    /// @throws Refusal `JobNotFoundException`
    Job get(String id) {
        return jobs.stream()
                .filter(j -> j.id.equals(id))
                .findFirst()
                .orElseThrow(() ->
                        new Refusal(
                                "JobNotFoundException",
                                "The job with id '" + id + "' was not found"));
    }

    /// The job, to be reported on.
    ///
    /// @throws Refusal `JobNotFoundException`, or `InvalidJobStateException` when it is over or nobody took it
    Job reported(String id) {
        var job = get(id);
        if (!job.isOpen() || job.status == JobStatus.QUEUED) {
            throw new Refusal(
                    "InvalidJobStateException",
                    "The job with id '"
                            + id
                            + "' is in status "
                            + shown(job)
                            + " and takes no result");
        }
        return job;
    }

    private static String shown(Job job) {
        return job.run.isRunning() || job.status != JobStatus.IN_PROGRESS
                ? job.status.toString()
                : JobStatus.TIMED_OUT.toString();
    }

    /// Offers a job again, as a worker that answers with a continuation token wants it.
    void again(Job job, String continuation) {
        job.continuation = continuation;
        job.nonce = String.valueOf(Integer.parseInt(job.nonce) + 1);
        job.status = JobStatus.QUEUED;
    }
}
