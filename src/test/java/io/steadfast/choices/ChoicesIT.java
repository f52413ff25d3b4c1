package io.steadfast.choices;

import static org.assertj.core.api.Assertions.assertThat;

import io.steadfast.choices.core.AttributeDefinition;
import io.steadfast.choices.core.AttributeSubject;
import io.steadfast.choices.core.AttributeType;
import io.steadfast.choices.core.AttributeWriter;
import io.steadfast.choices.core.ProductFilter;
import io.steadfast.choices.core.ProductProfile;
import io.steadfast.choices.core.SoldProduct;
import io.steadfast.choices.core.Store;
import io.steadfast.choices.core.StoreProfile;
import io.steadfast.support.AtWork;
import io.steadfast.support.ContainerTest;
import io.steadfast.support.TestTenant;
import io.steadfast.support.TestTenants;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ChoicesIT extends ContainerTest {

    /** Still the 28th in New York, the 1st in Shanghai. */
    private static final Instant NOW = Instant.parse("2026-02-28T20:00:00Z");

    @Inject
    private StoreService stores;

    @Inject
    private ProductService products;

    @Inject
    private AttributeService attributes;

    @Inject
    private AtWork work;

    private static StoreProfile store(String zone, String from, String until) {
        return new StoreProfile(
                "A store",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Currency.getInstance("USD"),
                ZoneId.of(zone),
                Optional.of(LocalDate.parse(from)),
                Optional.of(LocalDate.parse(until)));
    }

    private static ProductProfile product(String name, String category) {
        return new ProductProfile(
                Optional.of(name).filter(text -> !text.isEmpty()),
                Optional.of(category).filter(text -> !text.isEmpty()),
                Optional.empty());
    }

    @Test
    void a_store_is_active_from_its_first_to_its_last_day_by_its_own_calendar() throws Exception {
        TestTenant tenant = TestTenants.makeAt(NOW);
        List<String> active = work.call(tenant, () -> {
            stores.add("last-day", store("America/New_York", "2026-01-01", "2026-02-28"));
            stores.add("over", store("Asia/Shanghai", "2026-01-01", "2026-02-28"));
            stores.add("first-day", store("Asia/Shanghai", "2026-03-01", "2026-12-31"));
            stores.add("not-yet", store("America/New_York", "2026-03-01", "2026-12-31"));
            return stores.active(100).stream().map(Store::code).toList();
        });
        assertThat(active).containsExactly("first-day", "last-day");
    }

    @Test
    void orders_teach_products_but_never_change_what_is_listed() throws Exception {
        TestTenant tenant = TestTenants.makeAt(NOW);
        UUID receipt = UUID.randomUUID();
        work.call(tenant, () -> {
            products.add("listed", product("Listed", "hats"));
            products.learn(
                    List.of(
                            new SoldProduct("listed", product("Other", "coats")),
                            new SoldProduct("new", product("First name", "shoes")),
                            new SoldProduct("new", product("Second name", "")),
                            new SoldProduct(" ", product("No sku", ""))),
                    receipt);
            assertThat(products.find("listed").orElseThrow().profile().category())
                    .contains("hats");
            assertThat(products.find("new").orElseThrow().profile().name()).contains("Second name");
            assertThat(products.find("new").orElseThrow().profile().category()).contains("shoes");
            assertThat(products.list(ProductFilter.ALL, "", 10)).hasSize(2);
            assertThat(products.categories(10)).containsExactly("hats", "shoes");
            assertThat(products.learnedUpTo()).contains(receipt);
            products.add("new", product("Mine", ""));
            assertThat(products.find("new").orElseThrow().profile().category()).isEmpty();
            return tenant;
        });
    }

    @Test
    void only_what_was_declared_open_counts_as_open() throws Exception {
        TestTenant tenant = TestTenants.makeAt(NOW);
        Set<String> open = work.call(tenant, () -> {
            attributes.declare(declared("shoe", AttributeDefinition.Privacy.OPEN));
            attributes.declare(declared("illness", AttributeDefinition.Privacy.PERSONAL));
            return attributes.askOpen().get();
        });
        assertThat(open).containsExactly("shoe");
    }

    private static AttributeDefinition declared(String name, AttributeDefinition.Privacy privacy) {
        return new AttributeDefinition(
                AttributeSubject.MEMBER, name, AttributeType.TEXT, List.of(), privacy, Set.of(AttributeWriter.API), 0);
    }
}
