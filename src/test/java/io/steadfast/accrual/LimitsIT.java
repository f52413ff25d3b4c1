package io.steadfast.accrual;

import static org.assertj.core.api.Assertions.assertThat;

import io.steadfast.accrual.core.Order;
import io.steadfast.accrual.core.OrderStatus;
import io.steadfast.accrual.core.Receipt;
import io.steadfast.programs.ProgramDocumentCodec;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.ProgramCode;
import io.steadfast.support.ContainerTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Caps and budgets when many want them at once. */
class LimitsIT extends ContainerTest {

    private static final String START = "2026-01-01T00:00:00Z";
    private static final String BOUGHT = "2026-03-14T10:00:00Z";

    @Inject
    Shop shop;

    private static String budget(long points) {
        return "\"budgets\":[{\"code\":\"launch\",\"name\":{\"en\":\"Launch\",\"zh-CN\":\"首发\"},\"points\":" + points
                + ",\"mode\":\"trim\",\"onReturn\":\"give_back\"}]";
    }

    private ProgramCode openWithBudget(long points) {
        shop.open("2026-03-14T12:00:00Z");
        String json = ProgramDocumentCodec.write(Shop.template("P1"));
        int ofRule = json.indexOf("\"budgets\":[]");
        int ofProgram = json.lastIndexOf("\"budgets\":[]");
        String changed = json.substring(0, ofRule)
                + "\"budgets\":[\"launch\"]"
                + json.substring(ofRule + "\"budgets\":[]".length(), ofProgram)
                + budget(points)
                + json.substring(ofProgram + "\"budgets\":[]".length());
        return shop.publish(ProgramDocumentCodec.read(changed), START);
    }

    private static Order order(int number, long amount) {
        return Shop.order("o-" + number, BOUGHT, "GBP", Shop.line("A", 1, amount));
    }

    @Test
    void twoSharesAtTheSameMomentPayTheDailyCapOnce() {
        shop.open("2026-03-14T12:00:00Z");
        ProgramCode program = shop.publish("P1", START);
        MemberId member = shop.member("anna", START, program);
        List<Receipt> receipts = Shop.atOnce(
                2,
                number ->
                        shop.does(member, "social_share", "s-" + number, BOUGHT).receipt());
        assertThat(receipts).extracting(Shop::granted).containsExactlyInAnyOrder(20L, 0L);
        assertThat(shop.spendable(member)).isEqualTo(20);
    }

    @Test
    void twoHundredMembersUseABudgetToTheLastUnitAndNeverMore() {
        ProgramCode program = openWithBudget(5_005);
        List<MemberId> members = new ArrayList<>();
        for (int number = 0; number < 200; number++) {
            members.add(shop.member("m-" + number, START, program));
        }
        List<Receipt> receipts = Shop.atOnce(
                200,
                number -> shop.put(members.get(number), order(number, 4000)).receipt());
        assertThat(receipts.stream().mapToLong(Shop::granted).sum()).isEqualTo(5_005);
        assertThat(shop.number("SELECT sum(remaining) FROM budget_slot")).isZero();
        assertThat(shop.number("SELECT sum(points) FROM budget_use")).isEqualTo(5_005);
        assertThat(receipts)
                .filteredOn(each -> Shop.granted(each) == 0)
                .allSatisfy(each -> assertThat(Shop.skipped(each)).contains("BUDGET_USED_UP"));
    }

    @Test
    void aCancelledOrderGivesItsBudgetAndItsCapBack() {
        ProgramCode program = openWithBudget(50);
        MemberId anna = shop.member("anna", START, program);
        MemberId ben = shop.member("ben", START, program);
        assertThat(Shop.granted(shop.put(anna, order(1, 4000)).receipt())).isEqualTo(40);
        assertThat(Shop.granted(shop.put(ben, order(2, 4000)).receipt())).isEqualTo(10);
        shop.put(anna, Shop.with(order(1, 4000), OrderStatus.CANCELLED, Optional.empty(), List.of()));
        assertThat(shop.number("SELECT sum(remaining) FROM budget_slot")).isEqualTo(40);
        assertThat(Shop.granted(shop.put(ben, order(3, 4000)).receipt())).isEqualTo(40);
        assertThat(shop.number("SELECT sum(amount) FROM cap_usage WHERE member_id = '" + anna + "'"))
                .isZero();
    }
}
