package io.steadfast.accrual;

import io.steadfast.accrual.core.Activity;
import io.steadfast.accrual.core.Order;
import io.steadfast.accrual.store.ActivityRepository;
import io.steadfast.accrual.store.CapRepository;
import io.steadfast.accrual.store.OrderRepository;
import io.steadfast.choices.AttributeService;
import io.steadfast.members.ConsentRegister;
import io.steadfast.members.MemberService;
import io.steadfast.platform.tenancy.CurrentTenant;
import io.steadfast.programs.ProgramService;
import io.steadfast.shared.MemberId;
import io.steadfast.tiers.TierService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Asks everything that judging may read, behind the member's lock and in its round trip. */
@ApplicationScoped
class LookAhead {

    /** Schemas with a rule that asks for earlier orders: only theirs are counted ahead. A guess too few costs a trip. */
    private final Set<String> askOrdersBefore = ConcurrentHashMap.newKeySet();

    @Inject
    MemberService members;

    @Inject
    AttributeService attributes;

    @Inject
    ProgramService programs;

    @Inject
    TierService tiers;

    @Inject
    @Any
    Instance<PaidPlans> paidPlans;

    @Inject
    CapRepository caps;

    @Inject
    OrderRepository orders;

    @Inject
    ConsentRegister consents;

    @Inject
    ActivityRepository activities;

    @Inject
    CurrentTenant tenant;

    Ahead of(MemberId member, Order order) {
        lookAhead(member, order.occurredAt());
        return new Ahead(
                member,
                members.askProfile(member),
                attributes.askOpen(),
                caps.used(member, order.occurredAt()),
                counted(member, order),
                Set::of,
                List::of);
    }

    Ahead of(Activity activity, Instant now) {
        MemberId member = activity.member();
        lookAhead(member, activity.occurredAt());
        return new Ahead(
                member,
                members.askProfile(member),
                attributes.askOpen(),
                caps.used(member, activity.occurredAt()),
                () -> 0L,
                consents.ask(member, now),
                activities.around(activity));
    }

    /** Remembers that this tenant's rules ask for earlier orders. */
    void ordersBeforeAsked() {
        askOrdersBefore.add(tenant.tenant().schema());
    }

    private void lookAhead(MemberId member, Instant at) {
        programs.lookAhead();
        tiers.lookAhead(member, at);
        paidPlans.forEach(known -> known.lookAhead(member));
    }

    private Supplier<Long> counted(MemberId member, Order order) {
        boolean guessed = askOrdersBefore.contains(tenant.tenant().schema());
        return guessed
                ? orders.paidBefore(member, order)
                : () -> orders.paidBefore(member, order).get();
    }
}
