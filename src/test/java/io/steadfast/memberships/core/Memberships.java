package io.steadfast.memberships.core;

import io.steadfast.programs.core.Plan;
import io.steadfast.programs.core.PlanCode;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.Money;
import io.steadfast.shared.ProgramCode;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Memberships of P3's plan, in the words of its acceptance; local times are those of the program's zone. */
final class Memberships {

    static final Money PRICE = Money.of(14_99, "USD");

    private final PlanTerms terms;
    private Subscription subscription;

    private Memberships(PlanTerms terms, String localStart) {
        this.terms = terms;
        this.subscription = new Subscription(
                new MembershipId(new UUID(7, 1)),
                new MemberId(new UUID(7, 2)),
                new ProgramCode("prime"),
                new PlanCode("PRIME"),
                1,
                terms,
                instant(localStart),
                List.of(),
                List.of(),
                List.of());
    }

    static Memberships started(String zone, String localStart) {
        return new Memberships(terms(zone, 30, Plan.Renewal.AUTOMATIC), localStart);
    }

    static Memberships started(PlanTerms terms, String localStart) {
        return new Memberships(terms, localStart);
    }

    static PlanTerms terms(String zone, int trialDays, Plan.Renewal renewal) {
        return new PlanTerms(
                Plan.Interval.MONTH,
                PRICE,
                trialDays,
                7,
                renewal,
                Plan.PastDue.BENEFITS_ON,
                Plan.Refund.UNUSED_DAYS,
                30,
                ZoneId.of(zone));
    }

    /** A plan without a trial that gives back and keeps on so much. */
    static PlanTerms terms(Plan.Refund refund, Plan.PastDue pastDue) {
        return new PlanTerms(
                Plan.Interval.MONTH,
                PRICE,
                0,
                7,
                Plan.Renewal.AUTOMATIC,
                pastDue,
                refund,
                30,
                ZoneId.of("America/New_York"));
    }

    Instant instant(String local) {
        return LocalDateTime.parse(local).atZone(terms.zone()).toInstant();
    }

    Memberships paid(String reference, String local) {
        return with(new Outcome(Outcome.Kind.PAID, reference, reference, instant(local), PRICE));
    }

    Memberships failed(String reference, String local) {
        return with(new Outcome(Outcome.Kind.FAILED, reference, reference, instant(local), PRICE));
    }

    Memberships refunded(String payment, String local, long amount) {
        return with(new Outcome(
                Outcome.Kind.REFUNDED,
                "back-" + payment + amount,
                payment,
                instant(local),
                new Money(amount, PRICE.currency())));
    }

    Memberships with(Outcome outcome) {
        subscription = subscription.with(outcome);
        return this;
    }

    Memberships left(String local, Plan.Leaving when) {
        subscription = subscription.with(new Leave(instant(local), when, new Money(0, PRICE.currency())));
        return this;
    }

    Memberships told(String local, long amount) {
        subscription = subscription.with(new PriceNotice(instant(local), amount));
        return this;
    }

    Subscription subscription() {
        return subscription;
    }

    MembershipCourse course() {
        return subscription.course();
    }

    MembershipState at(String local) {
        return course().at(instant(local)).orElseThrow().state();
    }

    boolean isOn(String local) {
        return course().isOn(instant(local));
    }

    /** The local end of what is covered, as seen at a local time. */
    String coveredUntil(String local) {
        Instant until = course().at(instant(local)).orElseThrow().coveredUntil();
        return until.atZone(terms.zone()).toLocalDateTime().toString();
    }

    Optional<String> changeAfter(String local) {
        return course().nextChangeAfter(instant(local))
                .map(next -> next.atZone(terms.zone()).toLocalDateTime().toString());
    }
}
