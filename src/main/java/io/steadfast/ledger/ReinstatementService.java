package io.steadfast.ledger;

import io.steadfast.ledger.core.Cause;
import io.steadfast.ledger.core.EntryDraft;
import io.steadfast.ledger.core.EntryKind;
import io.steadfast.ledger.core.LedgerRefusal;
import io.steadfast.ledger.core.LotDates;
import io.steadfast.ledger.core.Movement;
import io.steadfast.ledger.core.Posting;
import io.steadfast.ledger.store.ExpiredLots;
import io.steadfast.platform.audit.AuditTrail;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.platform.security.Actor;
import io.steadfast.platform.security.CurrentActor;
import io.steadfast.platform.security.Permission;
import io.steadfast.platform.time.TenantClock;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.WalletCode;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Gives lapsed points back (domain 24): as a new lot that names the one they were in, which stays as it lapsed. What came back
 * once doesn't come back again.
 */
@Stateless
public class ReinstatementService {

    @Inject
    private PointsUsable usable;

    @Inject
    private LedgerService ledger;

    @Inject
    private ExpiredLots lots;

    @Inject
    private CurrentActor currentActor;

    @Inject
    private AuditTrail audit;

    @Inject
    private TenantClock clock;

    /**
     * What is to come back.
     *
     * @param within so long ago at most it may have lapsed
     * @param expiresAt the exclusive end it gets
     * @param reason a code, kept with the entry
     * @param note a person's words, kept apart from the books and erased with the member
     */
    public record Wish(
            MemberId member, UUID lot, Duration within, Optional<Instant> expiresAt, String reason, String note) {

        public Wish {
            if (reason.isBlank()) {
                throw new IllegalArgumentException("Points come back for a reason");
            }
        }
    }

    /** What the audit trail keeps. */
    private record Reinstated(UUID lot, WalletCode wallet, long points, String reason) {}

    /**
     * Gives back all that has lapsed of a lot.
     *
     * @return the entry, whose id is the new lot's
     * @throws Refusal NOT_PERMITTED; MEMBER_UNKNOWN, LOT_UNKNOWN (404); NOTHING_LAPSED; LAPSED_TOO_LONG_AGO;
     *     EXPIRED_BEFORE_IT_CAME where the new end has passed
     */
    public EntryDraft reinstate(Wish wish) {
        Actor actor = currentActor.actor();
        actor.must(Permission.POINTS_ADJUST);
        ledger.lockMember(wish.member());
        Instant now = clock.now();
        if (wish.expiresAt().filter(end -> !end.isAfter(now)).isPresent()) {
            throw new Refusal(LedgerRefusal.EXPIRED_BEFORE_IT_CAME).about(wish.member());
        }
        ExpiredLots.Expired expired = lapsed(wish, now);
        Cause cause = Cause.of(new Cause.Authority(actor.kind().name(), actor.id(), wish.reason()));
        Movement.Grant grant = new Movement.Grant(
                EntryKind.REINSTATEMENT,
                expired.wallet(),
                expired.points(),
                new LotDates(now, Optional.of(now), wish.expiresAt()),
                Movement.Grant.TENANT,
                Optional.of(wish.lot()),
                cause);
        EntryDraft entry =
                ledger.post(Posting.of(wish.member(), now, grant)).entries().get(0);
        if (!wish.note().isBlank()) {
            ledger.note(wish.member(), entry.id(), wish.note());
        }
        audit.record(
                "points.reinstated",
                "member",
                wish.member().toString(),
                null,
                new Reinstated(wish.lot(), expired.wallet(), expired.points(), wish.reason()));
        usable.tell(wish.member(), Set.of(expired.wallet()));
        return entry;
    }

    /** What lapsed so long ago at most and hasn't come back, the latest first. Refuses NOT_PERMITTED. */
    public List<LapsedLot> lapsed(MemberId member, Duration within, int limit) {
        currentActor.actor().must(Permission.MEMBERS_VIEW);
        Instant now = clock.now();
        return lots.since(member, now.minus(within), now, limit).stream()
                .map(lot -> new LapsedLot(
                        lot.id(), lot.wallet(), lot.points(), lot.expiredAt().orElseThrow()))
                .toList();
    }

    private ExpiredLots.Expired lapsed(Wish wish, Instant now) {
        Map<String, Object> details = Map.of("lot", wish.lot().toString());
        ExpiredLots.Expired expired = lots.find(wish.member(), wish.lot(), now)
                .orElseThrow(() -> new Refusal(LedgerRefusal.LOT_UNKNOWN, details).about(wish.member()));
        if (expired.points() <= 0 || expired.expiredAt().isEmpty()) {
            throw new Refusal(LedgerRefusal.NOTHING_LAPSED, details).about(wish.member());
        }
        if (expired.expiredAt().get().isBefore(now.minus(wish.within()))) {
            throw new Refusal(LedgerRefusal.LAPSED_TOO_LONG_AGO, details).about(wish.member());
        }
        return expired;
    }
}
