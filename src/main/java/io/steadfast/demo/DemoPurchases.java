package io.steadfast.demo;

import io.steadfast.accrual.AccrualService;
import io.steadfast.accrual.NamedMember;
import io.steadfast.accrual.ReportedActivity;
import io.steadfast.accrual.ReportedOrder;
import io.steadfast.accrual.core.OrderReturn;
import io.steadfast.members.MemberService;
import io.steadfast.members.core.IdentityKind;
import io.steadfast.platform.time.TenantClock;
import io.steadfast.shared.MemberId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Lets demo members of points, tiered and paid programs buy, review and share: with the figures by which their program is known,
 * so that each step of a ladder has somebody on it and somebody a cent below it.
 */
@ApplicationScoped
class DemoPurchases {

    /** What the members of a template buy, one after the other, in minor units. P4's members buy with their own demo. */
    private static final Map<String, List<List<Long>>> BASKETS = Map.of(
            "P1", List.of(List.of(40_00L), List.of(389_50L), List.of(64_00L)),
            "P2",
                    List.of(
                            List.of(349_99L),
                            List.of(350_00L, 10_00L),
                            List.of(350_00L, 70_50L),
                            List.of(1_000_00L, 9_99L),
                            List.of(350_00L)),
            "P3", List.of(List.of(10_00L), List.of(64_00L), List.of(10_00L), List.of(27_50L), List.of(10_00L)));

    /** Who brings something back, by template: this member the first of their orders, a cent of it. */
    private static final Map<String, Integer> RETURNS = Map.of("P2", 4);

    /** What the first member of simple points does besides; of the second share a day's cap makes a reason to look at. */
    private static final List<String> ACTIVITIES = List.of("review-1", "social_share-1", "social_share-2");

    @Inject
    private MemberService members;

    @Inject
    private AccrualService accrual;

    @Inject
    private TenantClock clock;

    void begin(DemoBrand brand) {
        List<List<Long>> baskets = BASKETS.getOrDefault(brand.template(), List.of());
        for (int place = 0; place < Math.min(baskets.size(), brand.members().size()); place++) {
            int at = place;
            members.identified(IdentityKind.PHONE, brand.members().get(place).phone())
                    .ifPresent(id -> buy(brand, id, at, baskets.get(at)));
        }
    }

    private void buy(DemoBrand brand, MemberId member, int place, List<Long> amounts) {
        NamedMember named = new NamedMember(NamedMember.By.ID, member.toString());
        Instant first = first(brand, member);
        for (int nth = 0; nth < amounts.size(); nth++) {
            String reference = "welcome-" + (place + 1) + (nth == 0 ? "" : "-" + (nth + 1));
            if (accrual.find("demo", reference).isEmpty()) {
                DemoOrder order = DemoOrder.of(brand, reference, amounts.get(nth), first.plusMillis(nth));
                accrual.record(new ReportedOrder(order.plain(), Optional.of(named)));
            }
        }
        if (RETURNS.getOrDefault(brand.template(), -1) == place) {
            accrual.addReturn("demo", "welcome-" + (place + 1), aCentBack(first.plusMillis(amounts.size())));
        }
        if (place == 0 && brand.template().equals("P1")) {
            ACTIVITIES.forEach(reference -> accrual.record(new ReportedActivity(
                    reference.substring(0, reference.indexOf('-')), "demo", reference, named, first, Map.of())));
        }
    }

    /** A moment that stays the same when an interrupted start begins anew: after joining, and in a paid program now. */
    private Instant first(DemoBrand brand, MemberId member) {
        return brand.template().equals("P3")
                ? clock.now()
                : members.find(member).orElseThrow().enrolments().get(0).enrolledAt();
    }

    private static OrderReturn aCentBack(Instant at) {
        return new OrderReturn(
                "return-1",
                at,
                List.of(new OrderReturn.Line(Optional.of("1"), Optional.empty(), Optional.of(1L))),
                OrderReturn.Status.STANDING);
    }
}
