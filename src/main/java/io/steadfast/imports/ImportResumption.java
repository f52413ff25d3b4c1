package io.steadfast.imports;

import io.steadfast.platform.jobs.DueWork;
import io.steadfast.platform.time.TenantClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;

/** Goes on with imports whose server died: they fall due once nobody has said for a while that they are at it. */
@ApplicationScoped
public class ImportResumption implements DueWork {

    @Inject
    private ImportService imports;

    @Inject
    private ImportJob job;

    @Inject
    private TenantClock clock;

    @Override
    public String kind() {
        return "import";
    }

    /** Real time, which a sandbox's clock may have passed long ago: then the next visit sees to it. */
    @Override
    public Optional<Instant> nextDue() {
        return imports.heldUntil().filter(until -> until.isAfter(clock.now()));
    }

    @Override
    public void runDue(Instant upTo) {
        job.startWaiting();
        if (imports.heldUntil().isPresent()) {
            // A server that died may have said a moment before that it is at one, and a sandbox's clock doesn't tell
            // when that is over.
            job.startWaitingAfter(ImportService.TERM.plusSeconds(1));
        }
        imports.forgetLeftFiles();
    }
}
