package io.steadfast.accrual;

import static org.assertj.core.api.Assertions.assertThat;

import io.steadfast.accrual.core.Order;
import io.steadfast.accrual.core.OrderLine;
import io.steadfast.accrual.core.OrderStore;
import io.steadfast.choices.ProductService;
import io.steadfast.choices.StoreService;
import io.steadfast.choices.core.Product;
import io.steadfast.choices.core.StoreProfile;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.ProgramCode;
import io.steadfast.support.ContainerTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Rules ask what the tenant says about an order's store; orders teach the product list. */
class StoreFactsIT extends ContainerTest {

    private static final String BOUGHT = "2026-03-14T10:00:00Z";
    private static final String SINCE = "2026-01-01T00:00:00Z";

    @Inject
    Shop shop;

    @Inject
    StoreService stores;

    @Inject
    ProductService products;

    @Inject
    ProductLearning learning;

    @Inject
    ProductLearningService lessons;

    private static StoreProfile in(String region) {
        return new StoreProfile(
                "Soho",
                Optional.of("North"),
                Optional.of(region),
                Optional.of("GB"),
                Currency.getInstance("GBP"),
                ZoneId.of("Europe/London"),
                Optional.empty(),
                Optional.empty());
    }

    private static Order at(String reference, String store, OrderLine line) {
        return Shop.order(reference, BOUGHT, "GBP", line).at(Optional.of(OrderStore.of(store)));
    }

    @Test
    void a_rule_for_a_region_gives_in_its_stores_only_and_an_order_keeps_the_region_it_was_booked_with() {
        shop.open("2026-03-14T12:00:00Z");
        ProgramCode program = shop.publish(
                Shop.template(
                        "P1",
                        "{\"kind\":\"on_order\"}",
                        "{\"kind\":\"on_order\"},\"when\":{\"kind\":\"fact\",\"fact\":\"store_region\","
                                + "\"operator\":\"is_one_of\",\"values\":[\"South\"]}"),
                SINCE);
        MemberId anna = shop.member("anna", SINCE, program);
        shop.call(() -> stores.add("LDN1", in("South")));
        shop.call(() -> stores.add("EDI1", in("North")));
        Order south = at("1", "LDN1", Shop.line("A", 1, 4000));
        assertThat(Shop.granted(shop.put(anna, south).receipt())).isEqualTo(40);
        assertThat(Shop.granted(
                        shop.put(anna, at("2", "EDI1", Shop.line("A", 1, 4000))).receipt()))
                .isZero();
        assertThat(Shop.granted(
                        shop.put(anna, at("3", "GONE", Shop.line("A", 1, 4000))).receipt()))
                .isZero();
        shop.call(() -> stores.change("LDN1", 0, in("North")));
        assertThat(shop.put(anna, south).effect()).isEqualTo(Recorded.Effect.REPEATED);
        Recorded more = shop.put(anna, at("1", "LDN1", Shop.line("A", 2, 5000)));
        assertThat(Shop.granted(more.receipt())).isEqualTo(50);
        assertThat(shop.text("SELECT content -> 'store' ->> 'region' FROM purchase_order WHERE reference = '1'"))
                .isEqualTo("South");
    }

    @Test
    void the_product_list_learns_what_was_sold_and_learning_twice_changes_nothing() {
        shop.open("2026-03-14T12:00:00Z");
        OrderLine line = new OrderLine(
                "A",
                "run-1",
                Optional.of("跑鞋"),
                Optional.of("shoes/sneakers"),
                Optional.of("North"),
                BigDecimal.ONE,
                4000,
                0,
                0,
                Set.of(),
                Map.of());
        shop.put(Optional.empty(), Shop.order("1", BOUGHT, "GBP", line));
        shop.call(() -> {
            learning.runDue(shop.now());
            return learning;
        });
        assertThat(shop.call(() -> lessons.learnSome(lessons.begin()))).isPresent();
        Product learned = shop.call(() -> products.find("run-1")).orElseThrow();
        assertThat(learned.origin()).isEqualTo(Product.Origin.LEARNED);
        assertThat(learned.profile().name()).contains("跑鞋");
        assertThat(learned.profile().category()).contains("shoes/sneakers");
        assertThat(learned.version()).isZero();
    }
}
