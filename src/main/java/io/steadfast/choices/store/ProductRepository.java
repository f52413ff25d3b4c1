package io.steadfast.choices.store;

import io.steadfast.choices.core.Product;
import io.steadfast.choices.core.ProductFilter;
import io.steadfast.choices.core.ProductProfile;
import io.steadfast.choices.core.SoldProduct;
import io.steadfast.platform.persistence.BoundStatement;
import io.steadfast.platform.persistence.Row;
import io.steadfast.platform.persistence.TenantStore;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The product list as rows. */
@Dependent
public class ProductRepository {

    // What an order taught is the tenant's to list; what is listed stays.
    private static final String ADD = """
            INSERT INTO product AS p (sku, name, category, brand, origin, version, recorded_at, changed_at)
            VALUES (?, ?, ?, ?, 'LISTED', 0, ?, ?)
            ON CONFLICT (sku) DO UPDATE SET name = EXCLUDED.name, category = EXCLUDED.category, brand = EXCLUDED.brand,
                   origin = 'LISTED', version = p.version + 1, changed_at = EXCLUDED.changed_at
             WHERE p.origin = 'LEARNED'
            """;
    // The last order that says something counts; what it leaves out stays as another one said.
    private static final String LEARN = """
            INSERT INTO product AS p (sku, name, category, brand, origin, version, recorded_at, changed_at)
            VALUES (?, ?, ?, ?, 'LEARNED', 0, ?, ?)
            ON CONFLICT (sku) DO UPDATE SET name = coalesce(EXCLUDED.name, p.name),
                   category = coalesce(EXCLUDED.category, p.category), brand = coalesce(EXCLUDED.brand, p.brand),
                   version = p.version + 1, changed_at = EXCLUDED.changed_at
             WHERE p.origin = 'LEARNED'
               AND (coalesce(EXCLUDED.name, p.name), coalesce(EXCLUDED.category, p.category),
                    coalesce(EXCLUDED.brand, p.brand)) IS DISTINCT FROM (p.name, p.category, p.brand)
            """;
    private static final String CHANGE = """
            UPDATE product SET name = ?, category = ?, brand = ?, origin = 'LISTED', version = version + 1, changed_at = ?
             WHERE sku = ? AND version = ?
            """;
    private static final String COLUMNS = "SELECT sku, name, category, brand, origin, version FROM product ";
    private static final String FIND = COLUMNS + "WHERE sku = ?";
    private static final String PAGE = COLUMNS + """
            WHERE sku > ? AND (?::text IS NULL OR category = ? OR starts_with(category, ? || '/'))
              AND (?::text IS NULL OR brand = ?)
              AND (?::text IS NULL OR strpos(lower(sku), ?) > 0 OR strpos(lower(name), ?) > 0)
            ORDER BY sku LIMIT ?
            """;
    private static final String CATEGORIES =
            "SELECT DISTINCT category AS value FROM product WHERE category IS NOT NULL ORDER BY 1 LIMIT ?";
    private static final String BRANDS =
            "SELECT DISTINCT brand AS value FROM product WHERE brand IS NOT NULL ORDER BY 1 LIMIT ?";
    private static final String LEARNED_UP_TO = "SELECT receipt_id FROM product_learning";
    private static final String LEARN_UP_TO = """
            INSERT INTO product_learning (one, receipt_id) VALUES (true, ?)
            ON CONFLICT (one) DO UPDATE SET receipt_id = EXCLUDED.receipt_id
            """;

    @Inject
    TenantStore store;

    /** False where it is listed already. */
    public boolean add(String sku, ProductProfile profile, Instant now) {
        return described(store.sql(ADD).text(sku), profile)
                        .instant(now)
                        .instant(now)
                        .run()
                == 1;
    }

    /** False where it isn't of that version any more. */
    public boolean change(String sku, long version, ProductProfile profile, Instant now) {
        return described(store.sql(CHANGE), profile)
                        .instant(now)
                        .text(sku)
                        .number(version)
                        .run()
                == 1;
    }

    /** Adds what isn't known and fills in what wasn't said; what the tenant listed stays as it is. */
    public void learn(Collection<SoldProduct> sold, Instant now) {
        BoundStatement statement = store.sql(LEARN);
        for (SoldProduct product : sold) {
            described(statement.text(product.sku()), product.profile())
                    .instant(now)
                    .instant(now)
                    .batch();
        }
        statement.runBatch();
    }

    private static BoundStatement described(BoundStatement statement, ProductProfile profile) {
        return statement.text(profile.name()).text(profile.category()).text(profile.brand());
    }

    public Optional<UUID> learnedUpTo() {
        return store.sql(LEARNED_UP_TO).one(row -> row.id("receipt_id"));
    }

    public void learnedUpTo(UUID receipt) {
        store.sql(LEARN_UP_TO).id(receipt).run();
    }

    public Optional<Product> find(String sku) {
        return store.sql(FIND).text(sku).one(ProductRepository::product);
    }

    /** Products by sku after the given one, {@code ""} for the first. */
    public List<Product> page(ProductFilter filter, String after, int most) {
        Optional<String> text = filter.text().map(each -> each.toLowerCase(java.util.Locale.ROOT));
        return store.sql(PAGE)
                .text(after)
                .text(filter.category())
                .text(filter.category())
                .text(filter.category())
                .text(filter.brand())
                .text(filter.brand())
                .text(text)
                .text(text)
                .text(text)
                .number(most)
                .all(ProductRepository::product);
    }

    /** Category paths in use, in their order. */
    public List<String> categories(int most) {
        return values(CATEGORIES, most);
    }

    /** Brands in use, in their order. */
    public List<String> brands(int most) {
        return values(BRANDS, most);
    }

    private List<String> values(String sql, int most) {
        return store.sql(sql).number(most).all(row -> row.text("value"));
    }

    private static Product product(Row row) throws SQLException {
        return new Product(
                row.text("sku"),
                new ProductProfile(row.optionalText("name"), row.optionalText("category"), row.optionalText("brand")),
                Product.Origin.valueOf(row.text("origin")),
                row.number("version"));
    }
}
