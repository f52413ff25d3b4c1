package io.steadfast.vouchers;

import io.steadfast.platform.limits.GuessLimit;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.platform.security.CurrentActor;
import io.steadfast.platform.tenancy.CurrentTenant;
import io.steadfast.vouchers.core.VoucherRefusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;

/** Keeps callers from trying codes: whoever names more than a few that don't exist has to wait. */
@ApplicationScoped
class CodeGuesses {

    @Inject
    private GuessLimit limit;

    @Inject
    private CurrentActor actor;

    @Inject
    private CurrentTenant tenant;

    /** Refuses (429) whoever has tried too many; before the code is looked up, so that waiting can't be skipped. */
    void refuseGuesser() {
        long seconds = limit.waitSeconds(caller());
        if (seconds > 0) {
            throw new Refusal(VoucherRefusal.TOO_MANY_CODES_TRIED, Map.of(Refusal.RETRY_AFTER_SECONDS, seconds));
        }
    }

    boolean isWaiting() {
        return limit.waitSeconds(caller()) > 0;
    }

    void missed() {
        limit.missed(caller());
    }

    private String caller() {
        return "voucher " + tenant.tenant().slug() + " " + actor.actor().id();
    }
}
