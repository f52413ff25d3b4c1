package io.steadfast.demo;

import io.steadfast.members.MemberService;
import io.steadfast.members.core.IdentityKind;
import io.steadfast.memberships.MembershipService;
import io.steadfast.memberships.MembershipView;
import io.steadfast.memberships.StartWish;
import io.steadfast.memberships.core.ListWish;
import io.steadfast.memberships.core.MembershipState;
import io.steadfast.memberships.core.Outcome;
import io.steadfast.platform.time.TenantClock;
import io.steadfast.programs.ProgramService;
import io.steadfast.programs.core.Plan;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.ProgramCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * Lets some made-up members take the paid plan of their program and pay for it as people do: most at once, some late after a
 * failure, a few leave, and some never pay after the free days.
 */
@ApplicationScoped
class DemoFees {

    private static final int PLAN = 30;
    private static final int DELAY = 31;
    private static final int LOYALTY = 32;
    private static final int LEAVES_AFTER = 33;
    private static final int FAILS = 34;
    private static final int FAILS_OF_A_THOUSAND = 80;
    private static final int MOST = 200;

    @Inject
    private MembershipService memberships;

    @Inject
    private MemberService members;

    @Inject
    private ProgramService programs;

    @Inject
    private TenantClock clock;

    void pay(DemoHistory.Days days, LocalDate day) {
        ProgramCode program = days.sandbox().brand().program();
        List<Plan> plans = programs.inForce(program, clock.now())
                .map(version -> version.document().plans())
                .orElse(List.of());
        if (plans.isEmpty()) {
            return;
        }
        for (Shopper shopper : days.shoppers()) {
            if (starts(shopper).filter(day::equals).isPresent()) {
                member(shopper).ifPresent(id -> start(id, program, plans.get(0)));
            } else if (leaves(shopper).filter(day::equals).isPresent()) {
                member(shopper).ifPresent(this::leave);
            }
        }
        ListWish due =
                new ListWish(Optional.of(program), Optional.of(MembershipState.PAST_DUE), Optional.empty(), MOST);
        memberships.list(due).forEach(view -> payOne(days, view, day));
    }

    /** Two of five want it, within three weeks of joining. */
    private static Optional<LocalDate> starts(Shopper shopper) {
        return shopper.pick(PLAN, 5) < 2
                ? Optional.of(shopper.joined().plusDays(1 + shopper.pick(DELAY, 20)))
                : Optional.empty();
    }

    /** One of five of those leaves, after two to nine months. */
    private static Optional<LocalDate> leaves(Shopper shopper) {
        return shopper.pick(LOYALTY, 5) == 0
                ? starts(shopper).map(day -> day.plusDays(60 + shopper.pick(LEAVES_AFTER, 210)))
                : Optional.empty();
    }

    private static boolean neverPays(Shopper shopper) {
        return shopper.pick(LOYALTY, 5) == 1;
    }

    private Optional<MemberId> member(Shopper shopper) {
        return members.identified(IdentityKind.EXTERNAL_ID, shopper.externalId());
    }

    private void start(MemberId member, ProgramCode program, Plan plan) {
        if (memberships.of(member).isEmpty()) {
            memberships.start(new StartWish(
                    member,
                    program,
                    plan.code(),
                    Optional.of(plan.prices().get(0).interval()),
                    Optional.empty(),
                    StartWish.Trial.AS_OFFERED));
        }
    }

    private void leave(MemberId member) {
        memberships.of(member).stream()
                .findFirst()
                .filter(view -> view.state() == MembershipState.ACTIVE)
                .ifPresent(view -> memberships.cancel(view.subscription().id(), Plan.Leaving.PERIOD_END));
    }

    private void payOne(DemoHistory.Days days, MembershipView view, LocalDate day) {
        Optional<Shopper> payer = members.find(view.subscription().member())
                .map(member -> member.identities().get(IdentityKind.EXTERNAL_ID))
                .flatMap(external -> days.shoppers().stream()
                        .filter(shopper -> shopper.externalId().equals(external))
                        .findFirst());
        if (payer.isEmpty() || neverPays(payer.get())) {
            return;
        }
        boolean fails = payer.get().does(day, FAILS, FAILS_OF_A_THOUSAND);
        view.nextPayment().ifPresent(payment -> {
            String reference = (fails ? "failed-" : "fee-") + payer.get().number() + "-" + day;
            memberships.report(
                    view.subscription().id(),
                    new Outcome(
                            fails ? Outcome.Kind.FAILED : Outcome.Kind.PAID,
                            reference,
                            reference,
                            clock.now().truncatedTo(ChronoUnit.SECONDS),
                            payment.amount()));
        });
    }
}
