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
import io.steadfast.ledger.store.OpeningBalances;
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

/** Points that members bring along from another system, with the dates they had there. */
@Stateless
public class OpeningBalanceService {

    private static final String REASON = "OPENING_BALANCE";

    @Inject
    private PointsUsable usable;

    @Inject
    private LedgerService ledger;

    @Inject
    private WalletChoice wallets;

    @Inject
    private OpeningBalances balances;

    @Inject
    private CurrentActor currentActor;

    @Inject
    private LedgerEvents events;

    @Inject
    private Outbox outbox;

    @Inject
    private TenantClock clock;

    /**
     * Points to bring along.
     *
     * @param wallet empty means the only one whose points can be spent
     * @param points positive
     * @param expiresAt exclusive; empty: never
     * @param source with the reference it names them for good
     */
    public record Opening(
            MemberId member,
            Optional<WalletCode> wallet,
            long points,
            Instant earnedAt,
            Optional<Instant> expiresAt,
            String source,
            String reference) {

        private String content() {
            return member + " " + wallet.map(WalletCode::value).orElse("") + " " + points + " " + earnedAt + " "
                    + expiresAt.map(Instant::toString).orElse("");
        }
    }

    /** Whether anything was posted. */
    public enum Outcome {
        OPENED,
        /** The same stood already. */
        STOOD
    }

    /** What an event tells of them. */
    public record PointsOpened(
            ProgramCode program,
            Optional<Integer> version,
            WalletCode wallet,
            long points,
            String kind,
            UUID entryId) {}

    /**
     * Posts the points as one lot of their own; the same source and reference again changes nothing.
     *
     * <p>Refuses MEMBER_UNKNOWN (404), WALLET_AMBIGUOUS, EARNED_IN_FUTURE, EXPIRED_BEFORE_IT_CAME (422), OPENING_REUSED (409, the
     * reference stands for other points).
     */
    public Outcome open(Opening wanted) {
        Instant now = clock.now();
        ledger.lockMember(wanted.member());
        Optional<String> standing = balances.content(wanted.source(), wanted.reference());
        if (standing.isPresent()) {
            if (!standing.get().equals(wanted.content())) {
                throw new Refusal(LedgerRefusal.OPENING_REUSED, Map.of("reference", wanted.reference()));
            }
            return Outcome.STOOD;
        }
        if (wanted.earnedAt().isAfter(now)) {
            throw new Refusal(LedgerRefusal.EARNED_IN_FUTURE);
        }
        if (wanted.expiresAt().filter(end -> !end.isAfter(now)).isPresent()) {
            throw new Refusal(LedgerRefusal.EXPIRED_BEFORE_IT_CAME);
        }
        WalletTerms wallet = wallets.one(wanted.member(), wanted.wallet());
        Posted posted = ledger.post(Posting.of(wanted.member(), wanted.earnedAt(), grant(wanted, wallet)));
        UUID entry = posted.entries().get(0).id();
        balances.add(new OpeningBalances.Opened(wanted.source(), wanted.reference(), entry, wanted.content()), now);
        outbox.publish(
                "points.adjusted",
                Optional.of(wanted.member()),
                new PointsOpened(
                        wallet.program(),
                        events.program(wallet.wallet()).map(WalletProgram::version),
                        wallet.wallet(),
                        wanted.points(),
                        "OPENING",
                        entry));
        usable.tell(wanted.member(), Set.of(wallet.wallet()));
        return Outcome.OPENED;
    }

    private Movement grant(Opening wanted, WalletTerms wallet) {
        Actor actor = currentActor.actor();
        Cause cause = Cause.of(new Cause.Authority(actor.kind().name(), actor.id(), REASON))
                .about(wanted.source(), wanted.reference());
        LotDates dates = new LotDates(wanted.earnedAt(), Optional.of(wanted.earnedAt()), wanted.expiresAt());
        return new Movement.Grant(
                EntryKind.OPENING,
                wallet.wallet(),
                wanted.points(),
                dates,
                Movement.Grant.TENANT,
                Optional.empty(),
                cause);
    }
}
