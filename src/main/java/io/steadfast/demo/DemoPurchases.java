package io.steadfast.demo;

import io.steadfast.accrual.AccrualService;
import io.steadfast.accrual.NamedMember;
import io.steadfast.accrual.ReportedActivity;
import io.steadfast.accrual.ReportedOrder;
import io.steadfast.members.MemberService;
import io.steadfast.members.core.IdentityKind;
import io.steadfast.platform.time.TenantClock;
import io.steadfast.shared.MemberId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Lets demo members of points and tiered programs buy, review and share, so that each step of a ladder has somebody on it. */
@ApplicationScoped
class DemoPurchases {

    /** P3's and P4's members buy with their own demos. */
    private static final Set<String> TEMPLATES = Set.of("P1", "P2");

    /** In minor units; below, at and far above the steps of P2's ladder. */
    private static final long[] AMOUNTS = {64_00, 389_50, 1_240_00, 27_50, 512_00};

    @Inject
    private MemberService members;

    @Inject
    private AccrualService accrual;

    @Inject
    private TenantClock clock;

    void begin(DemoBrand brand) {
        if (!TEMPLATES.contains(brand.template())) {
            return;
        }
        int place = 0;
        for (DemoBrand.DemoMember member : brand.members()) {
            int at = place++;
            members.identified(IdentityKind.PHONE, member.phone()).ifPresent(id -> buy(brand, id, at));
        }
    }

    private void buy(DemoBrand brand, MemberId member, int place) {
        NamedMember named = new NamedMember(NamedMember.By.ID, member.toString());
        String reference = "welcome-" + (place + 1);
        if (accrual.find("demo", reference).isPresent()) {
            return;
        }
        DemoOrder order = DemoOrder.of(brand, reference, AMOUNTS[place % AMOUNTS.length], clock.now());
        accrual.record(new ReportedOrder(order.plain(), Optional.of(named)));
        if (place == 0) {
            for (String type : Set.of("review", "social_share")) {
                accrual.record(new ReportedActivity(type, "demo", type + "-1", named, clock.now(), Map.of()));
            }
        }
    }
}
