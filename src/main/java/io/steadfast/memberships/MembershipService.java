package io.steadfast.memberships;

import io.steadfast.members.OwnCard;
import io.steadfast.memberships.core.Leave;
import io.steadfast.memberships.core.ListWish;
import io.steadfast.memberships.core.MembershipId;
import io.steadfast.memberships.core.MembershipRefusal;
import io.steadfast.memberships.core.MembershipState;
import io.steadfast.memberships.core.Outcome;
import io.steadfast.memberships.core.PriceNotice;
import io.steadfast.memberships.core.Subscription;
import io.steadfast.memberships.store.MembershipRepository;
import io.steadfast.memberships.store.StandingRepository;
import io.steadfast.platform.audit.AuditTrail;
import io.steadfast.platform.refusals.FieldErrors;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.platform.security.CurrentActor;
import io.steadfast.platform.time.TenantClock;
import io.steadfast.programs.core.Plan;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.Money;
import io.steadfast.shared.ProgramCode;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The door of paid plans. A membership is a pure function of what was agreed and what happened, so an outcome may be
 * reported late, twice or out of order. Knows no payment provider: its adapter, or the tenant, reports outcomes here.
 */
@Stateless
public class MembershipService {

    /** What a caller's clock may be ahead of ours. */
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    /** So few that nobody waits a second for a member's lock. */
    private static final int SETTLED_A_TRANSACTION = 200;

    @Inject
    private MembershipBooks books;

    @Inject
    private MembershipRepository memberships;

    @Inject
    private StandingRepository standings;

    @Inject
    private StartCheck check;

    @Inject
    private CurrentActor actor;

    @Inject
    private AuditTrail audit;

    @Inject
    private OwnCard ownCard;

    @Inject
    private TenantClock clock;

    /**
     * Begins a membership: with the trial the plan offers, or waiting for its first payment.
     *
     * <p>Refuses {@code IN_THE_FUTURE} (400), {@code MEMBER_UNKNOWN}, {@code MEMBER_BLOCKED}, {@code PROGRAM_NOT_IN_FORCE},
     * {@code NOT_ENROLLED_IN_PROGRAM}, {@code PLAN_UNKNOWN}, {@code PLAN_CLOSED}, {@code INTERVAL_AMBIGUOUS}, {@code
     * INTERVAL_NOT_OFFERED}, {@code TRIAL_ALREADY_USED} (422), {@code MEMBERSHIP_STANDS} (409).
     */
    public MembershipView start(StartWish wish) {
        Instant now = clock.now();
        Instant at = wish.startAt().orElse(now);
        refuseFuture("startAt", at, now);
        books.lock(wish.member());
        List<Subscription> had = memberships.of(wish.member()).stream()
                .filter(other -> other.program().equals(wish.program()))
                .toList();
        Subscription agreed = check.agreed(wish, had, at, now);
        memberships.add(agreed, actor.actor(), now);
        books.settle(agreed, now);
        record("membership.started", agreed, Map.of("plan", agreed.plan().value(), "startedAt", at.toString()));
        return books.view(agreed, now);
    }

    /**
     * Takes note of what became of a payment. The same outcome again changes nothing; the order in which outcomes arrive
     * changes nothing either. A payment has to come to the price of the period that it buys.
     *
     * <p>Refuses {@code MEMBERSHIP_UNKNOWN} (404), {@code IN_THE_FUTURE} (400), {@code REFERENCE_REUSED} (409), {@code
     * CURRENCY_NOT_THE_PLANS}, {@code AMOUNT_BELOW_PRICE} (422).
     */
    public MembershipView report(MembershipId id, Outcome outcome) {
        Instant now = clock.now();
        refuseFuture("at", outcome.at(), now);
        Subscription subscription = books.locked(id);
        Optional<Outcome> known = subscription.outcomes().stream()
                .filter(other -> other.isNamedAs(outcome))
                .findFirst();
        if (known.isPresent()) {
            if (!known.get().equals(outcome)) {
                throw new Refusal(MembershipRefusal.REFERENCE_REUSED);
            }
            return books.view(subscription, now);
        }
        refuseAmount(subscription, outcome);
        memberships.add(id, outcome, now);
        Subscription after = subscription.with(outcome);
        books.settle(after, now);
        String kind = outcome.kind().name().toLowerCase(Locale.ROOT);
        record("membership." + kind, after, Map.of("reference", outcome.reference(), "amount", outcome.amount()));
        return books.view(after, now);
    }

    /**
     * Ends a membership at once or with what is paid; while nothing is paid both end it at once. Leaving again in the same way
     * changes nothing. The answer's last {@link Leave} says what the terms give back.
     *
     * <p>Refuses {@code MEMBERSHIP_UNKNOWN} (404), {@code MEMBERSHIP_OVER} (409), {@code LEAVING_NOT_OFFERED} (422),
     * {@code OWN_CARD}.
     */
    public MembershipView cancel(MembershipId id, Plan.Leaving when) {
        Instant now = clock.now();
        Subscription subscription = books.locked(id);
        ownCard.refuse(subscription.member());
        MembershipView before = books.view(subscription, now);
        if (before.state() == MembershipState.ENDED) {
            throw new Refusal(MembershipRefusal.MEMBERSHIP_OVER);
        }
        if (!before.plan().cancellation().contains(when)) {
            throw new Refusal(MembershipRefusal.LEAVING_NOT_OFFERED);
        }
        if (before.state() == MembershipState.CANCELLED && when == Plan.Leaving.PERIOD_END) {
            return before;
        }
        Money nothing = new Money(0, subscription.terms().price().currency());
        Money refund = when == Plan.Leaving.NOW ? before.course().refundFor(now) : nothing;
        Leave leave = new Leave(now, when, refund);
        memberships.add(id, leave, now);
        Subscription after = subscription.with(leave);
        books.settle(after, now);
        record("membership.cancelled", after, Map.of("when", when, "refund", refund));
        return books.view(after, now);
    }

    /**
     * Takes note that the member was told of the price in force now; it holds from the first period that begins when the
     * notice the plan promises has run.
     *
     * <p>Refuses {@code MEMBERSHIP_UNKNOWN} (404), {@code IN_THE_FUTURE} (400), {@code MEMBERSHIP_OVER}, {@code
     * PRICE_UNCHANGED} (409), {@code INTERVAL_NOT_OFFERED} (422).
     */
    public MembershipView announcePrice(MembershipId id, Instant toldAt) {
        Instant now = clock.now();
        refuseFuture("at", toldAt, now);
        Subscription subscription = books.locked(id);
        MembershipView before = books.view(subscription, now);
        if (before.state() == MembershipState.ENDED) {
            throw new Refusal(MembershipRefusal.MEMBERSHIP_OVER);
        }
        Plan.Interval interval = subscription.terms().interval();
        long price = before.plan()
                .price(interval)
                .map(Plan.Price::amount)
                .orElseThrow(() -> new Refusal(
                        MembershipRefusal.INTERVAL_NOT_OFFERED,
                        Map.of("plan", subscription.plan().value(), "interval", interval)));
        long told = subscription.notices().stream()
                .max(Comparator.comparing(PriceNotice::at))
                .map(PriceNotice::amount)
                .orElse(subscription.terms().price().amount());
        if (told == price) {
            throw new Refusal(MembershipRefusal.PRICE_UNCHANGED);
        }
        PriceNotice notice = new PriceNotice(toldAt, price);
        memberships.add(id, notice, now);
        Subscription after = subscription.with(notice);
        record("membership.price_announced", after, Map.of("amount", price));
        return books.view(after, now);
    }

    /** A membership as it stands now. Refuses {@code MEMBERSHIP_UNKNOWN} (404). */
    public MembershipView find(MembershipId id) {
        return books.view(books.known(id), clock.now());
    }

    /** All memberships a member ever had, the latest first. */
    public List<MembershipView> of(MemberId member) {
        Instant now = clock.now();
        List<MembershipView> views = new ArrayList<>();
        memberships.of(member).forEach(each -> views.add(0, books.view(each, now)));
        return views;
    }

    /** Memberships, the newest first; those whose state time alone has changed since the job ran show it. */
    public List<MembershipView> list(ListWish wish) {
        Instant now = clock.now();
        return memberships.all(standings.page(wish)).stream()
                .sorted(Comparator.comparing((Subscription each) -> each.id().toString())
                        .reversed())
                .map(each -> books.view(each, now))
                .toList();
    }

    /** How many memberships stand where, as last settled; of every program where none is named. */
    public Map<MembershipState, Long> counts(Optional<ProgramCode> program) {
        return standings.counts(program.map(ProgramCode::value));
    }

    /**
     * Has a member's memberships read in one round trip with whatever else is asked; {@link #on} then costs none. Only for a
     * member whose lock is held from that round trip on, in a transaction that changes none of them.
     */
    public void lookAhead(MemberId member) {
        memberships.lookAhead(member);
    }

    /** The plans that are on for a member at an instant, as far as is known now; right without waiting for the job. */
    public List<PlanOn> on(MemberId member, Instant at) {
        List<PlanOn> on = new ArrayList<>();
        for (Subscription each : memberships.of(member)) {
            MembershipView view = new MembershipView(each, each.course(), books.plan(each, at), at);
            if (view.isOn()) {
                on.add(new PlanOn(each.id(), each.program(), view.plan(), view.state(), view.onUntil()));
            }
        }
        return on;
    }

    /** The next instant at which time alone changes a membership. */
    public Optional<Instant> nextDue() {
        return standings.nextDue();
    }

    /**
     * Tells of what time alone changed, for some memberships, each under its member's lock. Running it again, late or after
     * a crash tells nothing twice.
     *
     * @return whether there may be more
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public boolean settleSome(Instant upTo) {
        Map<MembershipId, MemberId> due = standings.due(upTo, SETTLED_A_TRANSACTION);
        due.entrySet().stream().sorted(Map.Entry.comparingByValue()).forEach(entry -> {
            Subscription subscription = books.locked(entry.getKey());
            books.settle(subscription, upTo);
        });
        return due.size() == SETTLED_A_TRANSACTION;
    }

    private static void refuseAmount(Subscription subscription, Outcome outcome) {
        Money price = subscription.terms().price();
        if (!outcome.amount().currency().equals(price.currency())) {
            throw new Refusal(
                    MembershipRefusal.CURRENCY_NOT_THE_PLANS,
                    Map.of("currency", price.currency().getCurrencyCode()));
        }
        if (outcome.kind() == Outcome.Kind.PAID) {
            subscription
                    .priceFor(outcome)
                    .filter(due -> outcome.amount().amount() < due.amount())
                    .ifPresent(due -> {
                        throw new Refusal(
                                MembershipRefusal.AMOUNT_BELOW_PRICE,
                                Map.of(
                                        "price",
                                        due.currency() + " " + due.major().toPlainString()));
                    });
        }
    }

    private static void refuseFuture(String path, Instant at, Instant now) {
        if (at.isAfter(now.plus(TOLERANCE))) {
            throw FieldErrors.one(path, MembershipRefusal.IN_THE_FUTURE);
        }
    }

    private void record(String action, Subscription subscription, Map<String, ?> what) {
        audit.record(action, "membership", subscription.id().toString(), null, what);
    }
}
