package io.steadfast.ledger;

import io.steadfast.ledger.core.Cause;
import io.steadfast.ledger.core.LedgerRefusal;
import io.steadfast.ledger.core.Movement;
import io.steadfast.ledger.core.Posting;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.platform.security.Actor;
import io.steadfast.platform.security.CurrentActor;
import io.steadfast.platform.time.TenantClock;
import io.steadfast.shared.MemberId;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;

/** Ends what a member holds because the membership ends for good. */
@Stateless
public class ForfeitureService {

    private static final String REASON = "MEMBER_ERASED";

    @Inject
    private LedgerService ledger;

    @Inject
    private CurrentActor currentActor;

    @Inject
    private TenantClock clock;

    /**
     * Ends what is pending and what is active, blocked or not, in every wallet; the member is locked. It isn't taken back: orders that it came of
     * may still be returned. Refuses POINTS_HELD (409).
     */
    public void forfeit(MemberId member) {
        LedgerService.Standing standing = ledger.lockMember(member);
        if (standing.balances().stream().anyMatch(balance -> balance.held() > 0)) {
            throw new Refusal(LedgerRefusal.POINTS_HELD);
        }
        Actor actor = currentActor.actor();
        Cause cause = Cause.of(new Cause.Authority(actor.kind().name(), actor.id(), REASON));
        List<Movement> movements = standing.balances().stream()
                .<Movement>map(balance -> new Movement.Forfeit(balance.wallet(), cause))
                .toList();
        if (!movements.isEmpty()) {
            ledger.post(new Posting(member, clock.now(), movements, Map.of()));
        }
    }
}
