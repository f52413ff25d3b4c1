package io.steadfast.tills;

import io.steadfast.ledger.AdjustmentService;
import io.steadfast.ledger.AdjustmentService.Adjustment;
import io.steadfast.ledger.GoodwillAllowance;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.platform.security.Actor;
import io.steadfast.platform.security.CurrentActor;
import io.steadfast.platform.security.Permission;
import io.steadfast.platform.security.TillPeopleService;
import io.steadfast.tills.core.CounterWork;
import io.steadfast.tills.core.Place;
import io.steadfast.tills.core.TillRefusal;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;

/** Points as a gift: within what a person may give, or on a second person's word and of what that one may give. */
@Dependent
class GoodwillDesk {

    @Inject
    AdjustmentService adjustments;

    @Inject
    GoodwillAllowance allowance;

    @Inject
    TillPeopleService people;

    @Inject
    TillLocks locks;

    @Inject
    CurrentActor currentActor;

    /** What the person in hand may still give; empty means as much as they like. */
    Optional<GoodwillAllowance.Left> left() {
        return allowance.left(currentActor.actor());
    }

    /** Gives the points, and answers whose word it took, if anybody's. */
    Optional<CounterWork.Staff> give(
            CounterService.Gift gift, Optional<CounterService.Approval> approval, Place place) {
        if (gift.points() <= 0) {
            throw new Refusal(TillRefusal.AMOUNT_NOT_VALID);
        }
        if (gift.reason().isBlank()) {
            throw new Refusal(TillRefusal.GOODWILL_REASON_NEEDED);
        }
        Optional<CounterWork.Staff> approvedBy = approvedBy(gift, approval, place);
        adjustments.adjust(adjustment(gift, AdjustmentService.Kind.GOODWILL, gift.points()));
        return approvedBy;
    }

    private Optional<CounterWork.Staff> approvedBy(
            CounterService.Gift gift, Optional<CounterService.Approval> approval, Place place) {
        Optional<GoodwillAllowance.Left> own = left();
        boolean alone = own.map(left -> left.covers(gift.points())).orElse(true);
        if (alone && allowance.draw(currentActor.actor(), gift.points())) {
            return Optional.empty();
        }
        CounterService.Approval word = approval.orElseThrow(() -> above(gift.points(), own));
        Actor second = approver(word, place);
        boolean there = place.store().map(second::servesStore).orElse(true);
        if (!there || !second.may(Permission.POINTS_ADJUST) || !allowance.draw(second, gift.points())) {
            throw new Refusal(TillRefusal.APPROVER_LIMIT, Map.of("name", second.name()));
        }
        return Optional.of(new CounterWork.Staff(second.id(), second.name()));
    }

    /** A PIN tried here counts for the till as one tried at its door. */
    private Actor approver(CounterService.Approval word, Place place) {
        place.till().ifPresent(locks::tryPin);
        Actor second = people.approver(word.who(), word.secret());
        place.till().ifPresent(locks::wasRight);
        return second;
    }

    private static Refusal above(long points, Optional<GoodwillAllowance.Left> own) {
        GoodwillAllowance.Left left = own.orElse(new GoodwillAllowance.Left(0, 0));
        return points > left.atOnce()
                ? new Refusal(TillRefusal.ABOVE_LIMIT, Map.of("limit", left.atOnce(), "points", points))
                : new Refusal(TillRefusal.ABOVE_DAY_LIMIT, Map.of("left", left.today(), "points", points));
    }

    /** Takes a gift back. Whoever gave it, or gave their word for it, may give as much again that day. */
    void takeBack(CounterWork work) {
        long points = work.figures().points();
        CounterService.Gift gift = new CounterService.Gift(work.member(), points, "MISTAKE", "");
        adjustments.adjust(adjustment(gift, AdjustmentService.Kind.CORRECTION, -points));
        allowance.giveBack(work.approvedBy().orElse(work.staff()).id(), work.at(), points);
    }

    private static Adjustment adjustment(CounterService.Gift gift, AdjustmentService.Kind kind, long points) {
        return new Adjustment(
                gift.member(), Optional.empty(), kind, points, gift.reason(), gift.note(), Optional.empty());
    }
}
