package io.steadfast.imports.faces;

import io.steadfast.platform.jobs.JobStatus;
import java.time.Instant;
import java.util.Optional;

/**
 * A long piece of work as the console shows it, an import or another.
 *
 * @param kind the name of what it is, as texts know it
 * @param file of an import
 * @param handled steps done, well or not
 * @param link where it is decided or looked at; empty where that isn't open to whoever looks
 */
public record JobRow(
        String kind,
        Optional<String> file,
        JobStatus status,
        Optional<Long> total,
        long handled,
        long failed,
        Instant at,
        String link) {

    /** Whether there is more of it to come. */
    public boolean isUnderWay() {
        return status == JobStatus.QUEUED || status == JobStatus.RUNNING;
    }
}
