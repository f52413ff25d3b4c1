package io.steadfast.memberships.core;

import io.steadfast.programs.core.PlanCode;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.Money;
import io.steadfast.shared.ProgramCode;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Everything that was written down about a membership; nothing of it is ever changed.
 *
 * @param version of the program under which it began
 * @param outcomes in any order, possibly told more than once
 */
public record Subscription(
        MembershipId id,
        MemberId member,
        ProgramCode program,
        PlanCode plan,
        int version,
        PlanTerms terms,
        Instant startedAt,
        List<Outcome> outcomes,
        List<Leave> leaves,
        List<PriceNotice> notices) {

    public Subscription {
        outcomes = List.copyOf(outcomes);
        leaves = List.copyOf(leaves);
        notices = List.copyOf(notices);
    }

    /** Where it stands at every instant, as far as is known now. */
    public MembershipCourse course() {
        return new CourseWalk(this).course();
    }

    /** The price of a period that begins then: the agreed one until the notice of another has run (domain 60). */
    public Money price(Instant periodStart) {
        return notices.stream()
                .sorted(Comparator.comparing(PriceNotice::at))
                .filter(notice -> holds(notice, periodStart))
                .reduce((earlier, later) -> later)
                .map(notice -> new Money(notice.amount(), terms.price().currency()))
                .orElse(terms.price());
    }

    /** What the period costs that a payment buys, as far as is known now; empty where it buys none. */
    public Optional<Money> priceFor(Outcome payment) {
        return with(payment).course().paid().stream()
                .filter(period -> period.payment().equals(payment.reference()))
                .findFirst()
                .map(period -> price(period.from()));
    }

    private boolean holds(PriceNotice notice, Instant periodStart) {
        Instant over = terms.startOf(terms.date(notice.at()).plusDays(terms.priceNoticeDays()));
        return !periodStart.isBefore(notice.at()) && !periodStart.isBefore(over);
    }

    public Subscription with(Outcome outcome) {
        return new Subscription(
                id, member, program, plan, version, terms, startedAt, plus(outcomes, outcome), leaves, notices);
    }

    public Subscription with(Leave leave) {
        return new Subscription(
                id, member, program, plan, version, terms, startedAt, outcomes, plus(leaves, leave), notices);
    }

    public Subscription with(PriceNotice notice) {
        return new Subscription(
                id, member, program, plan, version, terms, startedAt, outcomes, leaves, plus(notices, notice));
    }

    private static <T> List<T> plus(List<T> all, T one) {
        return Stream.concat(all.stream(), Stream.of(one)).toList();
    }
}
