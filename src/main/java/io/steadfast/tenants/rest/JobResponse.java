package io.steadfast.tenants.rest;

import io.steadfast.platform.jobs.Job;
import io.steadfast.platform.jobs.JobStatus;
import java.util.Optional;
import java.util.UUID;

/** How a job goes. */
public record JobResponse(
        UUID id,
        String kind,
        JobStatus status,
        Optional<Long> total,
        long done,
        long failed,
        Optional<String> problem) {

    static JobResponse of(Job job) {
        return new JobResponse(
                job.id(), job.kind(), job.status(), job.total(), job.done(), job.failed(), job.problem());
    }
}
