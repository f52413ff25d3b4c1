package io.steadfast.choices;

import io.steadfast.choices.core.ChoiceRefusal;
import io.steadfast.choices.core.Codes;
import io.steadfast.choices.core.Product;
import io.steadfast.choices.core.ProductFilter;
import io.steadfast.choices.core.ProductProfile;
import io.steadfast.choices.core.SoldProduct;
import io.steadfast.choices.store.ProductRepository;
import io.steadfast.platform.audit.AuditTrail;
import io.steadfast.platform.refusals.FieldErrors;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.platform.rest.Versions;
import io.steadfast.platform.time.TenantClock;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** The product list: what the tenant lists, and what orders taught. */
@Stateless
public class ProductService {

    @Inject
    private ProductRepository products;

    @Inject
    private TenantClock clock;

    @Inject
    private AuditTrail audit;

    /**
     * Lists a product; one that was only learned becomes a listed one.
     *
     * <p>Refuses {@code CODE_NOT_VALID}, {@code CATEGORY_NOT_VALID} (400) and {@code PRODUCT_EXISTS} (409).
     */
    public Product add(String sku, ProductProfile profile) {
        if (!Codes.isSku(sku)) {
            throw FieldErrors.one("sku", ChoiceRefusal.CODE_NOT_VALID);
        }
        refuseOtherPath(profile);
        if (!products.add(sku, profile, clock.now())) {
            throw new Refusal(ChoiceRefusal.PRODUCT_EXISTS, Map.of("sku", sku));
        }
        audit.record("product.added", "product", sku, null, profile);
        return known(sku);
    }

    public Optional<Product> find(String sku) {
        return products.find(sku);
    }

    /** Products by sku after the given one, {@code ""} for the first, at most so many. */
    public List<Product> list(ProductFilter filter, String after, int most) {
        return products.page(filter, after, most);
    }

    /** Category paths in use, in their order, at most so many. */
    public List<String> categories(int most) {
        return products.categories(most);
    }

    /** Brands in use, in their order, at most so many. */
    public List<String> brands(int most) {
        return products.brands(most);
    }

    /**
     * Puts a profile in place of the product's, which is a listed one from then on.
     *
     * <p>Refuses {@code CATEGORY_NOT_VALID} (400), {@code PRODUCT_UNKNOWN} (404) and a product that was changed since {@code
     * version} was read (412).
     */
    public Product change(String sku, long version, ProductProfile profile) {
        refuseOtherPath(profile);
        Product before = known(sku);
        Versions.same(before.version(), version);
        if (!products.change(sku, version, profile, clock.now())) {
            Versions.same(known(sku).version(), version);
        }
        audit.record("product.changed", "product", sku, before.profile(), profile);
        return known(sku);
    }

    /** The last receipt that was read for products; empty before the first. */
    public Optional<UUID> learnedUpTo() {
        return products.learnedUpTo();
    }

    /**
     * Takes over what orders said about products, as of this receipt. A sku that couldn't be listed is left out, what the tenant
     * listed stays as it is.
     *
     * @param sold in the order in which it was said
     */
    public void learn(Collection<SoldProduct> sold, UUID upTo) {
        // By sku, so that two who learn at once wait for each other instead of for ever.
        TreeMap<String, SoldProduct> bySku = new TreeMap<>();
        sold.stream()
                .filter(each -> Codes.isSku(each.sku()))
                .forEach(each -> bySku.merge(each.sku(), each, ProductService::joined));
        products.learn(bySku.values(), clock.now());
        products.learnedUpTo(upTo);
    }

    private static SoldProduct joined(SoldProduct earlier, SoldProduct later) {
        return new SoldProduct(
                later.sku(),
                new ProductProfile(
                        later.profile().name().or(() -> earlier.profile().name()),
                        later.profile().category().or(() -> earlier.profile().category()),
                        later.profile().brand().or(() -> earlier.profile().brand())));
    }

    private Product known(String sku) {
        return products.find(sku).orElseThrow(() -> new Refusal(ChoiceRefusal.PRODUCT_UNKNOWN));
    }

    private static void refuseOtherPath(ProductProfile profile) {
        if (profile.category().filter(path -> !Codes.isCategory(path)).isPresent()) {
            throw FieldErrors.one("category", ChoiceRefusal.CATEGORY_NOT_VALID);
        }
    }
}
