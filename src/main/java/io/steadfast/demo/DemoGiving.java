package io.steadfast.demo;

import io.steadfast.accrual.AccrualService;
import io.steadfast.accrual.NamedMember;
import io.steadfast.accrual.ReportedOrder;
import io.steadfast.accrual.core.Order;
import io.steadfast.accrual.core.OrderDonation;
import io.steadfast.accrual.core.OrderReturn;
import io.steadfast.charities.DonationService;
import io.steadfast.charities.SettlementService;
import io.steadfast.members.MemberService;
import io.steadfast.members.core.IdentityKind;
import io.steadfast.members.core.NewEnrolment;
import io.steadfast.platform.time.TenantClock;
import io.steadfast.programs.ProgramService;
import io.steadfast.programs.PublishService;
import io.steadfast.programs.core.CharityCode;
import io.steadfast.programs.core.Giving;
import io.steadfast.programs.core.ProgramVersion;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.ProgramCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Lets demo members of a program that gives to charity buy, choose and give: pledges to several charities, one that waits for
 * a choice, points given with a match, and one charity that was paid.
 */
@ApplicationScoped
class DemoGiving {

    private static final ProgramCode POINTS = new ProgramCode("give-points");

    /** What the members buy, in minor units; their charities go round, and the last one chooses none. */
    private static final long[] AMOUNTS = {64_00, 118_50, 45_00, 230_00, 89_90};

    /** Points given, by the member's place; 500 are what the program is known by. */
    private static final Map<Integer, Long> GIVEN_POINTS = Map.of(0, 100L, 1, 200L, 3, 500L);

    @Inject
    private ProgramService programs;

    @Inject
    private PublishService publishing;

    @Inject
    private MemberService members;

    @Inject
    private AccrualService accrual;

    @Inject
    private DonationService donations;

    @Inject
    private SettlementService settlements;

    @Inject
    private TenantClock clock;

    void begin(DemoBrand brand) {
        List<Giving.Offered> charities = charities(brand);
        if (charities.isEmpty()) {
            return;
        }
        openPoints();
        List<MemberId> givers = new ArrayList<>();
        brand.members()
                .forEach(member ->
                        members.identified(IdentityKind.PHONE, member.phone()).ifPresent(givers::add));
        boolean begun = givers.stream()
                .anyMatch(giver ->
                        !donations.donations(giver, Optional.empty(), 1).isEmpty());
        if (!begun) {
            giveAll(brand, givers, charities);
        }
    }

    /** Only the programs: for a brand that gives to charity a second one, in which points are earned and given. */
    void open(DemoBrand brand) {
        if (!charities(brand).isEmpty()) {
            openPoints();
        }
    }

    private List<Giving.Offered> charities(DemoBrand brand) {
        Optional<ProgramVersion> version = programs.inForce(brand.program(), clock.now());
        return version.map(each -> each.document().giving().charities()).orElse(List.of());
    }

    /** The second program, in which the same members earn points and may give them. */
    private void openPoints() {
        if (programs.find(POINTS).isEmpty()) {
            programs.createFrom(POINTS, "P5");
        }
        if (programs.versions(POINTS).isEmpty()) {
            publishing.publish(POINTS, Optional.empty(), clock.now());
        }
    }

    private void giveAll(DemoBrand brand, List<MemberId> givers, List<Giving.Offered> charities) {
        for (int place = 0; place < givers.size(); place++) {
            MemberId giver = givers.get(place);
            members.enrol(giver, new NewEnrolment(POINTS, "store", Optional.empty(), Optional.empty()));
            Optional<CharityCode> charity = place == givers.size() - 1
                    ? Optional.empty()
                    : Optional.of(charities.get(place % charities.size()).code());
            charity.ifPresent(code -> donations.choose(giver, Optional.of(brand.program()), code));
            buy(brand, giver, place, place == 0 ? twoCharities(charities) : List.of(charity, charity, charity));
            if (GIVEN_POINTS.containsKey(place)) {
                donations.give(new DonationService.GivingWish(
                        giver,
                        GIVEN_POINTS.get(place),
                        Optional.of(POINTS),
                        Optional.of(charities.get(place % charities.size()).code())));
            }
        }
        settlements.settle(charities.get(0).code());
    }

    /** The first, the second and the first again; what went to the first the last time comes back. */
    private static List<Optional<CharityCode>> twoCharities(List<Giving.Offered> charities) {
        CharityCode one = charities.get(0).code();
        CharityCode other = charities.get(1).code();
        return List.of(Optional.of(one), Optional.of(other), Optional.of(one));
    }

    private void buy(DemoBrand brand, MemberId giver, int place, List<Optional<CharityCode>> charities) {
        long amount = AMOUNTS[place % AMOUNTS.length];
        Instant now = clock.now();
        NamedMember named = new NamedMember(NamedMember.By.ID, giver.toString());
        for (int nth = 1; nth <= 3; nth++) {
            String reference = "order-" + (place + 1) + "-" + nth;
            accrual.record(new ReportedOrder(
                    order(brand, reference, amount, charities.get(nth - 1), now), Optional.of(named)));
        }
        if (place == 0) {
            accrual.addReturn("demo", "order-1-3", everything(now));
        }
    }

    private static OrderReturn everything(Instant at) {
        return new OrderReturn(
                "return-1",
                at,
                List.of(new OrderReturn.Line(Optional.of("1"), Optional.of(BigDecimal.ONE), Optional.empty())),
                OrderReturn.Status.STANDING);
    }

    private static Order order(
            DemoBrand brand, String reference, long amount, Optional<CharityCode> charity, Instant at) {
        return DemoOrder.of(brand, reference, amount, at)
                .donating(charity.map(
                        code -> new OrderDonation(code.value(), Optional.empty(), OrderDonation.Funding.BRAND)));
    }
}
