package io.steadfast.imports.rest;

import io.steadfast.imports.core.ImportState;
import io.steadfast.imports.core.ImportView;
import io.steadfast.platform.jobs.Job;
import io.steadfast.platform.jobs.JobStatus;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * A long piece of work.
 *
 * @param total steps, once they are counted
 * @param done steps done
 * @param failed steps that couldn't be done
 * @param problem why it failed as a whole
 * @param dryRun of an import: whether nothing of it stays
 */
public record JobResponse(
        UUID id,
        String kind,
        JobStatus status,
        Optional<Long> total,
        long done,
        long failed,
        Optional<String> problem,
        Optional<Boolean> dryRun,
        Optional<String> fileName,
        Instant createdAt) {

    static JobResponse of(ImportView view) {
        return new JobResponse(
                view.id(),
                view.plan().kind().name().toLowerCase(Locale.ROOT),
                status(view.state()),
                view.total(),
                view.done(),
                view.failed(),
                view.problem(),
                Optional.of(view.plan().rehearses()),
                Optional.of(view.fileName()),
                view.requestedAt());
    }

    static JobResponse of(Job job) {
        return new JobResponse(
                job.id(),
                job.kind(),
                job.status(),
                job.total(),
                job.done(),
                job.failed(),
                job.problem().map(told -> "JOB_FAILED"),
                Optional.empty(),
                Optional.empty(),
                job.createdAt());
    }

    private static JobStatus status(ImportState state) {
        return switch (state) {
            case RECEIVING -> JobStatus.QUEUED;
            case STAGING, RUNNING -> JobStatus.RUNNING;
            case COMPLETED -> JobStatus.COMPLETED;
            case FAILED -> JobStatus.FAILED;
        };
    }
}
