package io.steadfast.memberships;

import io.steadfast.members.MemberService;
import io.steadfast.members.core.MemberProfile;
import io.steadfast.members.core.MemberStatus;
import io.steadfast.memberships.core.MembershipCourse;
import io.steadfast.memberships.core.MembershipId;
import io.steadfast.memberships.core.MembershipRefusal;
import io.steadfast.memberships.core.MembershipState;
import io.steadfast.memberships.core.PlanTerms;
import io.steadfast.memberships.core.Subscription;
import io.steadfast.platform.persistence.Ids;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.programs.ProgramService;
import io.steadfast.programs.core.Plan;
import io.steadfast.programs.core.ProgramBasics;
import io.steadfast.programs.core.ProgramVersion;
import io.steadfast.shared.Money;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Whether a member may have a plan, and on what terms. */
@Dependent
class StartCheck {

    @Inject
    MemberService members;

    @Inject
    ProgramService programs;

    /** Refuses as {@link MembershipService#start} says. */
    Subscription agreed(StartWish wish, List<Subscription> had, Instant at, Instant now) {
        refuseMember(wish, at);
        ProgramVersion version = programs.inForce(wish.program(), at)
                .or(() -> first(wish, now))
                .orElseThrow(() -> new Refusal(
                        MembershipRefusal.PROGRAM_NOT_IN_FORCE,
                        Map.of("program", wish.program().value())));
        Plan plan =
                version.document().plan(wish.plan()).orElseThrow(() -> refusal(MembershipRefusal.PLAN_UNKNOWN, wish));
        if (plan.sale() == Plan.Sale.CLOSED) {
            throw refusal(MembershipRefusal.PLAN_CLOSED, wish);
        }
        had.forEach(other -> refuseOverlap(other, at, now));
        PlanTerms terms = terms(version.document().basics(), plan, price(plan, wish), trialDays(plan, wish, had));
        return new Subscription(
                new MembershipId(Ids.next()),
                wish.member(),
                wish.program(),
                wish.plan(),
                version.version(),
                terms,
                at,
                List.of(),
                List.of(),
                List.of());
    }

    /** Of a program that a membership from elsewhere is older than. */
    private Optional<ProgramVersion> first(StartWish wish, Instant now) {
        return wish.trial() == StartWish.Trial.MOVED_IN
                ? programs.inForceUpTo(wish.program(), now).stream().findFirst()
                : Optional.empty();
    }

    private void refuseMember(StartWish wish, Instant at) {
        MemberProfile profile =
                members.profile(wish.member()).orElseThrow(() -> new Refusal(MembershipRefusal.MEMBER_UNKNOWN));
        members.refuseMerged(wish.member(), profile.status());
        if (profile.status() != MemberStatus.ACTIVE) {
            throw new Refusal(MembershipRefusal.MEMBER_BLOCKED);
        }
        if (profile.enrolledAt(wish.program(), at).isEmpty()) {
            throw new Refusal(
                    MembershipRefusal.NOT_ENROLLED_IN_PROGRAM,
                    Map.of("program", wish.program().value()));
        }
    }

    /** Two memberships of a program are never on at the same instant, whatever their starts. */
    private static void refuseOverlap(Subscription other, Instant at, Instant now) {
        MembershipCourse course = other.course();
        boolean over = course.at(now)
                        .filter(phase -> phase.state() == MembershipState.ENDED)
                        .isPresent()
                && course.at(at)
                        .filter(phase -> phase.state() == MembershipState.ENDED)
                        .isPresent();
        if (!over) {
            throw new Refusal(
                    MembershipRefusal.MEMBERSHIP_STANDS,
                    Map.of(
                            "plan",
                            other.plan().value(),
                            "membership",
                            other.id().toString()));
        }
    }

    private static Plan.Price price(Plan plan, StartWish wish) {
        if (wish.interval().isEmpty() && plan.prices().size() > 1) {
            throw refusal(MembershipRefusal.INTERVAL_AMBIGUOUS, wish);
        }
        Plan.Interval interval =
                wish.interval().orElseGet(() -> plan.prices().get(0).interval());
        return plan.price(interval)
                .orElseThrow(() -> new Refusal(
                        MembershipRefusal.INTERVAL_NOT_OFFERED,
                        Map.of(
                                "plan",
                                plan.code().value(),
                                "interval",
                                interval.name().toLowerCase(Locale.ROOT))));
    }

    private static int trialDays(Plan plan, StartWish wish, List<Subscription> had) {
        if (plan.trialDays() == 0 || wish.trial() != StartWish.Trial.AS_OFFERED) {
            return 0;
        }
        if (had.stream().anyMatch(other -> other.terms().trialDays() > 0)) {
            throw new Refusal(MembershipRefusal.TRIAL_ALREADY_USED);
        }
        return plan.trialDays();
    }

    private static PlanTerms terms(ProgramBasics basics, Plan plan, Plan.Price price, int trialDays) {
        return new PlanTerms(
                price.interval(),
                new Money(price.amount(), basics.currency()),
                trialDays,
                plan.graceDays(),
                plan.renewal(),
                plan.pastDue(),
                plan.refund(),
                plan.priceNoticeDays(),
                basics.zone());
    }

    private static Refusal refusal(MembershipRefusal reason, StartWish wish) {
        return new Refusal(reason, Map.of("plan", wish.plan().value()));
    }
}
