package io.steadfast.tiers;

import io.steadfast.ledger.LedgerService;
import io.steadfast.programs.core.TierSet;
import io.steadfast.shared.MemberId;
import io.steadfast.tiers.core.KeptStanding;
import io.steadfast.tiers.core.TierCourse;
import io.steadfast.tiers.core.TierLoss;
import io.steadfast.tiers.core.TierMachine;
import io.steadfast.tiers.core.TierOutlook;
import io.steadfast.tiers.store.StandingRepository;
import io.steadfast.tiers.store.TierKey;
import io.steadfast.tiers.store.TierNoticeStore;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tells of tiers that will be lost at the end of their term, while there is time to keep them. */
@Stateless
public class TierNoticeService {

    /** So few that nobody waits a second for a member's lock. */
    private static final int LADDERS_A_TRANSACTION = 200;

    @Inject
    private TierNoticeStore notices;

    @Inject
    private StandingRepository standings;

    @Inject
    private TierRulesReader rules;

    @Inject
    private TierEvents events;

    @Inject
    private LedgerService ledger;

    @Inject
    @Any
    private Instance<LentTiers> lenders;

    /** The next instant at which somebody's tier is to be looked at ahead of its end. */
    public Optional<Instant> nextNotice() {
        return notices.nextDue();
    }

    /**
     * Looks at tiers whose end is near, for some of the members concerned, each under their lock, and tells of those that nothing
     * keeps: of each end once. Running it again, late or after a crash tells nothing twice. Reviews that fell due are posted
     * before.
     *
     * @return whether there may be more
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public boolean tellSome(Instant upTo) {
        rules.lookAhead();
        List<TierKey> due = notices.due(upTo, LADDERS_A_TRANSACTION);
        Set<MemberId> locked =
                ledger.lockMembers(due.stream().map(TierKey::member).toList());
        long settled = due.stream()
                .filter(key -> locked.contains(key.member()) && settles(key, upTo))
                .count();
        return settled == LADDERS_A_TRANSACTION;
    }

    /** Whether the ladder needs no look any more; one that a review is to move first is looked at after it. */
    private boolean settles(TierKey key, Instant upTo) {
        Optional<KeptStanding> kept =
                Optional.ofNullable(standings.of(key.member()).get(key.set()));
        Optional<TierCourse> course = rules.course(key.set(), upTo);
        if (kept.isEmpty() || course.isEmpty()) {
            notices.looked(key, upTo);
            return true;
        }
        KeptStanding standing = kept.get();
        boolean moves = course.get().isBehind(standing, upTo)
                || standing.dueAt().filter(each -> !each.isAfter(upTo)).isPresent();
        if (moves) {
            return false;
        }
        TierMachine machine = course.get().resume(standing, upTo);
        Optional<TierLoss> loss = TierOutlook.of(machine).filter(each -> !isHeldUp(key, machine.set(), each));
        if (loss.isEmpty()) {
            notices.looked(key, upTo);
        } else if (notices.told(key, upTo)) {
            events.tellAhead(key, machine.set(), loss.get());
        }
        return true;
    }

    /** Whether staff or a plan see to it that the member doesn't fall at the review. */
    private boolean isHeldUp(TierKey key, TierSet set, TierLoss loss) {
        return lenders.stream()
                .flatMap(lender -> lender.lentAt(key.member(), loss.reviewAt()).stream())
                .filter(lent -> lent.ref().equals(key.set()))
                .anyMatch(lent -> set.rankOf(lent.tier()) >= loss.before());
    }
}
