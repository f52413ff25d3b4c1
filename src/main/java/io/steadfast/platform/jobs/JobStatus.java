package io.steadfast.platform.jobs;

/** Where a job stands. */
public enum JobStatus {
    QUEUED,
    RUNNING,
    COMPLETED,
    FAILED
}
