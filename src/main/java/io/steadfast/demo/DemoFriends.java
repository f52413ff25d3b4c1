package io.steadfast.demo;

import io.steadfast.accrual.AccrualService;
import io.steadfast.accrual.NamedMember;
import io.steadfast.accrual.ReportedOrder;
import io.steadfast.accrual.core.Order;
import io.steadfast.accrual.core.OrderReturn;
import io.steadfast.members.MemberService;
import io.steadfast.members.core.IdentityKind;
import io.steadfast.members.core.NewEnrolment;
import io.steadfast.platform.time.TenantClock;
import io.steadfast.referrals.CodeService;
import io.steadfast.shared.MemberId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Lets the first demo member of a program whose members bring friends bring the others: one who bought and for whom both
 * were paid, one whose order waits for the end of the window, one who gave everything back, and one who hasn't bought yet.
 */
@ApplicationScoped
class DemoFriends {

    private static final String TEMPLATE = "P14";
    private static final long AMOUNT = 48_00;

    /** Longer than the template's window of 14 days. */
    private static final Duration SINCE = Duration.ofDays(20);

    @Inject
    private CodeService codes;

    @Inject
    private MemberService members;

    @Inject
    private AccrualService accrual;

    @Inject
    private TenantClock clock;

    /** How the other members join; the first one, who has nobody to come by, joins alone. */
    NewEnrolment enrolment(DemoBrand brand) {
        Optional<String> code = brings(brand)
                ? member(brand, 0)
                        .map(first -> codes.code(first, Optional.of(brand.program())))
                        .map(CodeService.OwnCode::code)
                : Optional.empty();
        return new NewEnrolment(brand.program(), "store", Optional.empty(), Optional.empty(), code);
    }

    /** When the program's sandbox began, where members bring friends: so long ago that the window of the first orders has passed. */
    Optional<Instant> beginning(DemoBrand brand, Instant today) {
        return brings(brand) ? Optional.of(today.minus(SINCE)) : Optional.empty();
    }

    /** On the first day: all buy but the friend who buys today and the one who hasn't bought yet; one gives everything back. */
    void begin(DemoBrand brand) {
        if (brings(brand)) {
            for (int place = 0; place < brand.members().size() - 1; place++) {
                int at = place;
                if (at != buysToday(brand)) {
                    member(brand, place).ifPresent(id -> buy(brand, id, at));
                }
            }
        }
    }

    /** Today: the friend buys whose order waits for the end of the window. */
    void goOn(DemoBrand brand) {
        if (brings(brand)) {
            member(brand, buysToday(brand)).ifPresent(id -> buy(brand, id, buysToday(brand)));
        }
    }

    private static boolean brings(DemoBrand brand) {
        return brand.template().equals(TEMPLATE);
    }

    private static int buysToday(DemoBrand brand) {
        return brand.members().size() - 3;
    }

    private void buy(DemoBrand brand, MemberId id, int place) {
        String reference = "welcome-" + (place + 1);
        if (accrual.find("demo", reference).isPresent()) {
            return;
        }
        NamedMember named = new NamedMember(NamedMember.By.ID, id.toString());
        Order order = DemoOrder.of(brand, reference, AMOUNT, clock.now()).plain();
        accrual.record(new ReportedOrder(order, Optional.of(named)));
        if (place == brand.members().size() - 2) {
            accrual.addReturn("demo", reference, everything());
        }
    }

    private OrderReturn everything() {
        return new OrderReturn(
                "return-1",
                clock.now(),
                List.of(new OrderReturn.Line(Optional.of("1"), Optional.of(BigDecimal.ONE), Optional.empty())),
                OrderReturn.Status.STANDING);
    }

    private Optional<MemberId> member(DemoBrand brand, int place) {
        return members.identified(IdentityKind.PHONE, brand.members().get(place).phone());
    }
}
