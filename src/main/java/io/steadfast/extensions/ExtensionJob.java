package io.steadfast.extensions;

import io.steadfast.extensions.core.Extension;
import io.steadfast.platform.jobs.DueWork;
import io.steadfast.platform.jobs.Job;
import io.steadfast.platform.jobs.JobService;
import io.steadfast.platform.jobs.Pace;
import io.steadfast.platform.tenancy.CurrentTenant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Runs extensions in the background; the sweep takes up those whose server died. */
@ApplicationScoped
public class ExtensionJob implements DueWork {

    @Inject
    private ExtensionRunService runs;

    @Inject
    private JobService jobs;

    @Inject
    private Pace pace;

    @Inject
    private CurrentTenant currentTenant;

    /** Starts the run of an extension that was begun. */
    public Job start(UUID extension) {
        return jobs.start(currentTenant.slug(), kind(), progress -> {
            pace.chunks(() -> {
                Extension now = runs.runSome(extension);
                Extension.Figures figures = now.figures();
                progress.at(Optional.of(figures.all()), figures.extended() + figures.passedOver(), 0);
                return now.state() == Extension.State.RUNNING;
            });
        });
    }

    @Override
    public String kind() {
        return "extension";
    }

    @Override
    public Optional<Instant> nextDue() {
        return Optional.empty();
    }

    @Override
    public void runDue(Instant upTo) {
        for (UUID extension : runs.running()) {
            pace.chunks(() -> runs.runSome(extension).state() == Extension.State.RUNNING);
        }
    }
}
