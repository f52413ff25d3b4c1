package io.steadfast.demo;

import io.steadfast.members.MemberService;
import io.steadfast.members.core.IdentityKind;
import io.steadfast.memberships.MembershipService;
import io.steadfast.memberships.StartWish;
import io.steadfast.memberships.core.MembershipId;
import io.steadfast.memberships.core.Outcome;
import io.steadfast.platform.time.TenantClock;
import io.steadfast.programs.ProgramService;
import io.steadfast.programs.core.Plan;
import io.steadfast.programs.core.ProgramDocument;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.Money;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Lets demo members of a paid program take its first plan, one for each way in which it can stand on the first day. */
@ApplicationScoped
class DemoPlans {

    @Inject
    private MembershipService memberships;

    @Inject
    private MemberService members;

    @Inject
    private ProgramService programs;

    @Inject
    private TenantClock clock;

    /** How a demo member's plan stands. */
    enum Stands {
        FREE_TRIAL,
        PAID,
        CANCELLED,
        WAITS_FOR_PAYMENT,
        NO_PLAN
    }

    void begin(DemoBrand brand) {
        Optional<ProgramDocument> document =
                programs.inForce(brand.program(), clock.now()).map(version -> version.document());
        List<Plan> plans = document.map(ProgramDocument::plans).orElse(List.of());
        if (plans.isEmpty()) {
            return;
        }
        Money price = new Money(
                plans.get(0).prices().get(0).amount(),
                document.orElseThrow().basics().currency());
        for (int place = 0; place < brand.members().size(); place++) {
            Stands stands = Stands.values()[Math.min(place, Stands.values().length - 1)];
            Optional<MemberId> member = members.identified(
                    IdentityKind.PHONE, brand.members().get(place).phone());
            if (stands != Stands.NO_PLAN
                    && member.isPresent()
                    && memberships.of(member.get()).isEmpty()) {
                begin(wish(brand, plans.get(0), member.get(), stands), stands, price);
            }
        }
    }

    private static StartWish wish(DemoBrand brand, Plan plan, MemberId member, Stands stands) {
        boolean trial = stands == Stands.FREE_TRIAL || stands == Stands.CANCELLED;
        return new StartWish(
                member,
                brand.program(),
                plan.code(),
                Optional.of(plan.prices().get(0).interval()),
                Optional.empty(),
                trial ? StartWish.Trial.AS_OFFERED : StartWish.Trial.NONE);
    }

    private void begin(StartWish wish, Stands stands, Money price) {
        MembershipId id = memberships.start(wish).subscription().id();
        if (stands == Stands.PAID) {
            Instant now = clock.now();
            memberships.report(id, new Outcome(Outcome.Kind.PAID, "demo-1", "demo-1", now, price));
        } else if (stands == Stands.CANCELLED) {
            memberships.cancel(id, Plan.Leaving.PERIOD_END);
        }
    }
}
