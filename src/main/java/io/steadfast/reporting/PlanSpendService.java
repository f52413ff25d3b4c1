package io.steadfast.reporting;

import io.steadfast.reporting.store.PlanSpendReadings;
import io.steadfast.shared.ProgramCode;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;

/** Spend of paid against free members: each order counts where its member stood when it was made. */
@Stateless
public class PlanSpendService {

    @Inject
    private PlanSpendReadings readings;

    /**
     * Orders that a program judged, by the plan that was on and by currency; without a plan first.
     *
     * @param upTo exclusive
     */
    public List<PlanSpend> spend(ProgramCode program, Instant from, Instant upTo) {
        return readings.spend(program, from, upTo);
    }
}
