package io.steadfast.ledger;

import io.steadfast.ledger.core.Cause;
import io.steadfast.ledger.core.EntryKind;
import io.steadfast.ledger.core.LedgerRefusal;
import io.steadfast.ledger.core.LotDates;
import io.steadfast.ledger.core.Movement;
import io.steadfast.ledger.core.Posted;
import io.steadfast.ledger.core.Posting;
import io.steadfast.ledger.core.WalletProgram;
import io.steadfast.ledger.core.WalletTerms;
import io.steadfast.platform.audit.AuditTrail;
import io.steadfast.platform.outbox.Outbox;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.platform.security.Actor;
import io.steadfast.platform.security.CurrentActor;
import io.steadfast.platform.time.TenantClock;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.ProgramCode;
import io.steadfast.shared.WalletCode;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Points given or taken by hand, with a reason. Neither kind counts for a tier. */
@Stateless
public class AdjustmentService {

    /** More than anybody is ever given at once; a slip of the pen beyond it would stand in the books for good. */
    public static final long MOST_POINTS = 1_000_000_000_000L;

    @Inject
    private LedgerService ledger;

    @Inject
    private PointsUsable usable;

    @Inject
    private WalletChoice wallets;

    @Inject
    private CurrentActor currentActor;

    @Inject
    private AuditTrail audit;

    @Inject
    private Outbox outbox;

    @Inject
    private LedgerEvents events;

    @Inject
    private TenantClock clock;

    /** What sort of adjustment. */
    public enum Kind {
        /** A gift, which stays when the order it was for is returned. */
        GOODWILL,
        /** Puts a mistake right, up or down. */
        CORRECTION
    }

    /**
     * What is to be adjusted.
     *
     * @param points signed; goodwill only gives
     * @param reason a code, kept with the entry
     * @param note a person's words, kept apart from the books and erased with the member
     * @param order the order it is about
     */
    public record Adjustment(
            MemberId member,
            Optional<WalletCode> wallet,
            Kind kind,
            long points,
            String reason,
            String note,
            Optional<Cause.Subject> order) {

        public Adjustment {
            if (points == 0 || (kind == Kind.GOODWILL && points < 0)) {
                throw new IllegalArgumentException("An adjustment moves points, and goodwill gives them");
            }
        }
    }

    /** What an event tells of an adjustment. */
    public record PointsAdjusted(
            ProgramCode program,
            Optional<Integer> version,
            WalletCode wallet,
            long points,
            Kind kind,
            String reason,
            UUID entryId) {}

    /**
     * Posts an adjustment; given points expire by the wallet's own policies from today.
     *
     * @throws Refusal TOO_MANY_POINTS; MEMBER_UNKNOWN; WALLET_AMBIGUOUS; INSUFFICIENT_POINTS where a correction takes more than there is
     */
    public Posted adjust(Adjustment wanted) {
        if (wanted.points() > MOST_POINTS || wanted.points() < -MOST_POINTS) {
            throw new Refusal(LedgerRefusal.TOO_MANY_POINTS, Map.of("most", MOST_POINTS)).about(wanted.member());
        }
        ledger.lockMember(wanted.member());
        WalletTerms wallet = wallets.one(wanted.member(), wanted.wallet());
        Instant now = clock.now();
        Posted posted = ledger.post(Posting.of(wanted.member(), now, movement(wanted, wallet, now)));
        ledger.note(wanted.member(), posted.entries().get(0).id(), wanted.note());
        PointsAdjusted told = new PointsAdjusted(
                wallet.program(),
                events.program(wallet.wallet()).map(WalletProgram::version),
                wallet.wallet(),
                wanted.points(),
                wanted.kind(),
                wanted.reason(),
                posted.entries().get(0).id());
        audit.record("points.adjusted", "member", wanted.member().toString(), null, told);
        outbox.publish("points.adjusted", Optional.of(wanted.member()), told);
        usable.tell(wanted.member(), wanted.points() > 0 ? Set.of(wallet.wallet()) : Set.of());
        return posted;
    }

    private Movement movement(Adjustment wanted, WalletTerms wallet, Instant now) {
        EntryKind kind = EntryKind.valueOf(wanted.kind().name());
        Actor actor = currentActor.actor();
        Cause by = Cause.of(new Cause.Authority(actor.kind().name(), actor.id(), wanted.reason()));
        Cause cause = wanted.order()
                .map(order -> by.about(order.source(), order.reference()))
                .orElse(by);
        if (wanted.points() < 0) {
            return new Movement.Spend(kind, wallet.wallet(), -wanted.points(), wallet.order(), cause);
        }
        LotDates dates = new LotDates(now, Optional.of(now), wallet.expiryOfToday());
        return new Movement.Grant(
                kind, wallet.wallet(), wanted.points(), dates, Movement.Grant.TENANT, Optional.empty(), cause);
    }
}
