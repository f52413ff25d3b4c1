package io.steadfast.referrals;

import static org.assertj.core.api.Assertions.assertThat;

import io.steadfast.accrual.Shop;
import io.steadfast.accrual.core.Order;
import io.steadfast.members.MemberService;
import io.steadfast.members.core.MemberKind;
import io.steadfast.members.core.NewEnrolment;
import io.steadfast.members.core.NewMember;
import io.steadfast.members.core.Person;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.ProgramCode;
import io.steadfast.support.ContainerTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The work that is due, run several times at once, beside returns of the same orders. */
class ReferralDueIT extends ContainerTest {

    private static final String START = "2026-01-01T00:00:00Z";
    private static final String BOUGHT = "2026-03-01T10:00:00Z";

    @Inject
    Shop shop;

    @Inject
    CodeService codes;

    @Inject
    MemberService members;

    @Inject
    ReferralDue due;

    @Test
    void six_runs_at_once_beside_returns_leave_both_sides_paid_once_or_not_at_all() {
        shop.open(BOUGHT);
        ProgramCode program = shop.publish("P14", START);
        MemberId anna = shop.member("anna", START, program);
        String code = shop.call(() -> codes.code(anna, Optional.empty())).code();
        List<Order> orders = List.of(
                Shop.order("1", BOUGHT, "GBP", Shop.line("A", 1, 4_000)),
                Shop.order("2", BOUGHT, "GBP", Shop.line("A", 1, 4_000)),
                Shop.order("3", BOUGHT, "GBP", Shop.line("A", 1, 4_000)));
        List<MemberId> friends =
                orders.stream().map(order -> friend(program, code)).toList();
        for (int at = 0; at < friends.size(); at++) {
            shop.put(friends.get(at), orders.get(at));
        }
        shop.at("2026-03-16T10:00:00Z");
        Shop.atOnce(9, number -> {
            if (number % 3 == 1) {
                return shop.giveBack(orders.get(number / 3), Shop.goods("r", "2026-03-16T10:00:00Z", "A", 1));
            }
            return shop.call(() -> {
                due.runDue(shop.now());
                return number;
            });
        });
        shop.call(() -> {
            due.runDue(shop.now());
            return true;
        });
        assertThat(shop.call(() -> due.nextDue())).isEmpty();
        assertThat(shop.number("SELECT count(*) FROM referral WHERE state NOT IN ('JOINED', 'TAKEN_BACK')"))
                .as("every order came back")
                .isZero();
        assertThat(shop.spendable(anna)).isZero();
        friends.forEach(friend -> assertThat(shop.spendable(friend)).isZero());
        assertThat(shop.number("SELECT coalesce(sum(amount), 0) FROM cap_usage WHERE member_id = '" + anna + "'"))
                .isZero();
    }

    private MemberId friend(ProgramCode program, String code) {
        NewEnrolment enrolment = new NewEnrolment(
                program, "web", Optional.empty(), Optional.of(Instant.parse(BOUGHT)), Optional.of(code));
        Person person = new Person(
                MemberKind.PERSON,
                Person.Employment.NONE,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of());
        return shop.call(
                () -> members.create(new NewMember(person, Map.of(), Optional.empty(), List.of(), List.of(enrolment)))
                        .id());
    }
}
