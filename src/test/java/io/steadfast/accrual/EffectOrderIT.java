package io.steadfast.accrual;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.steadfast.accrual.core.Order;
import io.steadfast.accrual.core.Receipt;
import io.steadfast.ledger.Invariants;
import io.steadfast.programs.ProgramDocumentCodec;
import io.steadfast.programs.core.ProgramDocument;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.ProgramCode;
import io.steadfast.support.ContainerTest;
import io.steadfast.tiers.TierService;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Points, metric, tier, the tier's gift, what redeems itself: in this order within one order, and orders of an instant by their reference (domain 39). */
class EffectOrderIT extends ContainerTest {

    private static final String SINCE = "2026-01-01T08:00:00Z";
    private static final String NOW = "2026-06-01T12:00:00Z";
    private static final String DAY = "2026-05-01T12:00:00Z";
    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    Shop shop;

    @Inject
    TierService tiers;

    @Inject
    Invariants invariants;

    @Test
    void one_order_earns_by_the_old_tier_climbs_is_given_its_gift_and_redeems_at_the_new_tiers_price() {
        ProgramCode program = open(dearerBelow());
        MemberId climber = shop.member("climber", SINCE, program);
        Receipt crossing = put(climber, "a", 400_00);
        assertThat(Shop.granted(crossing))
                .as("a point a dollar: the tier it reaches isn't its own yet")
                .isEqualTo(400);
        assertThat(told(crossing))
                .as("the gift first; then 500 points would have been too many, and 300 are the new tier's price")
                .containsExactly("gift-card-50 active", "voucher-10 active");
        assertThat(shop.spendable(climber)).isEqualTo(100);

        MemberId below = shop.member("below", SINCE, program);
        assertThat(told(put(below, "b", 349_99))).isEmpty();
        assertThat(shop.spendable(below)).isEqualTo(349);
        assertThat(told(put(below, "c", 1)))
                .as("nothing earned, and yet the points suffice now")
                .containsExactly("gift-card-50 active", "voucher-10 active");
        assertThat(shop.spendable(below)).isEqualTo(49);
        assertThat(shop.call(() -> invariants.violations())).isEmpty();
    }

    @Test
    void orders_of_one_instant_take_effect_by_reference_whichever_comes_first() {
        ProgramCode program = open(Shop.template("P2"));
        List<Order> orders = List.of(order("a", 100_00), order("m", 350_00), order("z", 100_00));
        List<List<Integer>> arrivals = List.of(
                List.of(0, 1, 2),
                List.of(0, 2, 1),
                List.of(1, 0, 2),
                List.of(1, 2, 0),
                List.of(2, 0, 1),
                List.of(2, 1, 0));
        List<String> histories = new ArrayList<>();
        for (List<Integer> arrival : arrivals) {
            MemberId member = shop.member("m" + arrival, SINCE, program);
            Receipt[] receipts = new Receipt[orders.size()];
            for (int next : arrival) {
                Order one = orders.get(next);
                receipts[next] = shop.put(
                                member,
                                Shop.order(
                                        one.reference() + arrival,
                                        DAY,
                                        "USD",
                                        one.lines().get(0)))
                        .receipt();
            }
            assertThat(Shop.granted(receipts[1]))
                    .as("m crosses and earns by the tier before it: %s", arrival)
                    .isEqualTo(350);
            for (int small : List.of(0, 2)) {
                assertThat(Shop.granted(receipts[small]))
                        .as("earns by the tier that was known of the instant when it was booked (53b): %s", arrival)
                        .isEqualTo(arrival.indexOf(small) > arrival.indexOf(1) ? 125 : 100);
            }
            assertThat(shop.text("SELECT last_reference FROM tier_standing WHERE member_id = '" + member + "'"))
                    .as("z took effect last, come as they may: %s", arrival)
                    .isEqualTo("z" + arrival);
            histories.add(shop.call(() -> tiers.tiersAt(member, Instant.parse(DAY))) + " "
                    + shop.call(() -> tiers.tiersAt(member, Instant.parse(DAY).minusSeconds(1))));
        }
        assertThat(histories)
                .allMatch(histories.get(0)::equals)
                .first()
                .asString()
                .contains("VIB");
        assertThat(shop.call(() -> invariants.violations())).isEmpty();
    }

    /** P2 with a voucher that redeems itself for 500 points, from VIB on for 300, and a card for whoever reaches VIB. */
    private static ProgramDocument dearerBelow() {
        try {
            ObjectNode document = (ObjectNode) JSON.readTree(ProgramDocumentCodec.write(Shop.template("P2")));
            ObjectNode reward = (ObjectNode) document.at("/rewards/0");
            reward.put("redeemed", "when_affordable");
            ((ArrayNode) reward.at("/price/byTier")).addPOJO(Map.of("set", "STATUS", "from", "VIB", "points", 300));
            ((ObjectNode) document.at("/tierSets/0/tiers/1")).put("entryReward", "gift-card-50");
            return ProgramDocumentCodec.read(JSON.writeValueAsString(document));
        } catch (JsonProcessingException wrong) {
            throw new IllegalStateException(wrong);
        }
    }

    private ProgramCode open(ProgramDocument document) {
        shop.open(NOW);
        return shop.publish(document, SINCE);
    }

    private Receipt put(MemberId member, String reference, long amount) {
        return shop.put(member, order(reference, amount)).receipt();
    }

    private static Order order(String reference, long amount) {
        return Shop.order(reference, DAY, "USD", Shop.line("1", 1, amount));
    }

    private static List<String> told(Receipt receipt) {
        return receipt.programs().stream()
                .flatMap(part -> part.vouchers().stream())
                .map(made -> made.kind().orElse("") + " " + made.state().orElse(""))
                .toList();
    }
}
