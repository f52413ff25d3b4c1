package io.steadfast.referrals;

import io.steadfast.accrual.AccrualService;
import io.steadfast.accrual.NamedMember;
import io.steadfast.accrual.ReportedActivity;
import io.steadfast.accrual.TakenBack;
import io.steadfast.accrual.core.AccrualRefusal;
import io.steadfast.accrual.core.Receipt;
import io.steadfast.ledger.LedgerService;
import io.steadfast.ledger.core.LedgerRefusal;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.programs.core.Trigger;
import io.steadfast.programs.core.Trigger.Side;
import io.steadfast.referrals.core.Friendship;
import io.steadfast.referrals.core.Friendship.Paid;
import io.steadfast.referrals.core.Friendship.Reward;
import io.steadfast.referrals.store.ReferralRepository;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.ProgramCode;
import jakarta.annotation.Resource;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * The door of referrals: who brought whom, and what is due for it. Each side's reward is an activity of the product's own,
 * judged by the program's rules in a transaction of its own, so that no two members are ever locked at once.
 */
@Stateless
public class ReferralService {

    /** Where these activities come from; no system of a tenant's can report such types. */
    public static final String SOURCE = "steadfast:referral";

    private static final String GONE = AccrualRefusal.MEMBER_UNKNOWN.name();

    @Inject
    private ReferralRepository referrals;

    @Inject
    private AccrualService accrual;

    @Inject
    private TakenBack takenBack;

    @Inject
    private LedgerService ledger;

    @Resource
    private SessionContext transaction;

    /** A member's friends, who joined last first. */
    public List<Friendship> friends(MemberId member, Optional<UUID> after, int most) {
        return referrals.ofReferrer(member, after, most);
    }

    /** How many friends a member brought into a program. */
    public Counts count(MemberId member, ProgramCode program) {
        ReferralRepository.Counts counts = referrals.count(member, program);
        return new Counts(counts.friends(), counts.rewarded());
    }

    /** How many friends a member brought, and how many of them were rewarded. */
    public record Counts(long friends, long rewarded) {}

    /** When the next referral falls due. */
    public Optional<Instant> nextDue() {
        return referrals.nextDue();
    }

    /** Those that are due by then, the earliest first. */
    public List<Friendship> due(Instant upTo, int most) {
        return referrals.due(upTo, most);
    }

    /**
     * Does what is due for one side; nothing where it was done. Safe to run twice and at once. The row is locked last, behind
     * whatever budgets the reward takes, as an order locks them; where the friend's order changed it meanwhile, nothing of this
     * holds and the next look does what is right then.
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void settle(UUID id, Side side, MemberId member, Instant upTo) {
        ledger.lockMember(member);
        Optional<Friendship> seen = referrals.find(id);
        seen.filter(one -> one.pays(side, upTo)).ifPresent(one -> {
            Reward reward = paid(one, side);
            keep(id, now -> now.pays(side, upTo) ? Optional.of(now.settled(side, reward)) : Optional.empty());
        });
        seen.filter(one -> one.takes(side, upTo)).ifPresent(one -> {
            takenBack.takeBack(one.member(side), SOURCE, reference(one, side));
            Reward none = one.reward(side).takenBack();
            keep(id, now -> now.takes(side, upTo) ? Optional.of(now.settled(side, none)) : Optional.empty());
        });
    }

    private void keep(UUID id, Function<Friendship, Optional<Friendship>> change) {
        referrals.lock(id).flatMap(change).ifPresentOrElse(referrals::keep, transaction::setRollbackOnly);
    }

    /** Whoever is gone for good gets nothing and has nothing left to take; the other side isn't held up by it. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void settleWithout(UUID id, Side side, Instant upTo) {
        referrals.lock(id).ifPresent(one -> {
            if (one.pays(side, upTo)) {
                referrals.keep(one.settled(side, new Reward(Paid.YES, 0, List.of(GONE))));
            } else if (one.takes(side, upTo)) {
                referrals.keep(one.settled(side, one.reward(side).takenBack()));
            }
        });
    }

    /** Looks at one that can't be settled again later, so that the others don't wait for it. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void postpone(UUID id, Instant to) {
        referrals.lock(id).ifPresent(one -> referrals.keep(one.later(to)));
    }

    private Reward paid(Friendship one, Side side) {
        Receipt receipt = accrual.record(new ReportedActivity(
                        side.activityType(),
                        SOURCE,
                        reference(one, side),
                        new NamedMember(NamedMember.By.ID, one.member(side).toString()),
                        one.dueAt().orElseThrow(),
                        Map.of(Trigger.OnReferral.PROGRAM, List.of(one.program().value()))))
                .receipt();
        List<Receipt.Part> parts = receipt.programs().stream()
                .filter(part -> part.program().equals(one.program()))
                .toList();
        return new Reward(
                Paid.YES,
                parts.stream()
                        .flatMap(part -> part.granted().stream())
                        .mapToLong(Receipt.Granted::points)
                        .sum(),
                parts.stream()
                        .flatMap(part -> part.skipped().stream())
                        .flatMap(skipped -> skipped.reasons().stream())
                        .distinct()
                        .toList());
    }

    private static String reference(Friendship one, Side side) {
        return one.id() + "/" + side.name().toLowerCase(Locale.ROOT);
    }

    /** Whether a refusal means that a member is gone for good. */
    static boolean isGone(Refusal refusal) {
        return refusal.reason() == AccrualRefusal.MEMBER_UNKNOWN || refusal.reason() == LedgerRefusal.MEMBER_UNKNOWN;
    }
}
