package io.steadfast.sandbox;

import io.steadfast.platform.jobs.Job;
import io.steadfast.platform.jobs.JobService;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.platform.security.CurrentActor;
import io.steadfast.platform.security.Permission;
import io.steadfast.platform.security.SecurityRefusal;
import io.steadfast.platform.tenancy.CurrentTenant;
import io.steadfast.sandbox.store.OccurrenceReadings;
import io.steadfast.tenants.TenantRefusal;
import io.steadfast.tenants.TenantService;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The clock of the sandbox in hand, and what happened in it. For its owner alone. */
@Stateless
public class SandboxService {

    /** Events of a page: as many as one reads through. */
    static final int PAGE = 50;

    @Inject
    private TenantService tenants;

    @Inject
    private JobService jobs;

    @Inject
    private CurrentTenant tenant;

    @Inject
    private CurrentActor actor;

    @Inject
    private OccurrenceReadings occurrences;

    /**
     * Begins to move the sandbox's clock; the job is completed when everything due by then has happened.
     *
     * <p>Refuses {@code NOT_PERMITTED} for whom isn't the owner, {@code NOT_A_SANDBOX} {@code CLOCK_ONLY_FORWARD} and {@code CLOCK_TOO_FAR}.
     */
    public Job move(Instant target) {
        refuseOthers();
        return tenants.moveClock(tenant.tenant().slug(), target);
    }

    /** A move of this sandbox's clock. */
    public Optional<Job> job(UUID id) {
        refuseOthers();
        return jobs.find(id)
                .filter(job -> job.tenant().equals(Optional.of(tenant.tenant().slug())));
    }

    /**
     * What happened after an instant of the sandbox's clock, the latest first, a page at a time.
     *
     * @param before where the page begins; empty for the first
     */
    public OccurrencePage after(Instant instant, Optional<OccurrencePage.Place> before) {
        refuseOthers();
        return occurrences.after(instant, before, PAGE);
    }

    private void refuseOthers() {
        if (!actor.actor().may(Permission.PEOPLE_EDIT)) {
            throw new Refusal(SecurityRefusal.NOT_PERMITTED);
        }
        if (!tenant.tenant().sandbox()) {
            throw new Refusal(TenantRefusal.NOT_A_SANDBOX);
        }
    }
}
