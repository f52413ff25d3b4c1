package io.steadfast.choices.rest;

import io.steadfast.choices.core.Product;
import java.util.Optional;

/**
 * A product.
 *
 * @param origin {@code listed} by the tenant, or {@code learned} from an order
 */
public record ProductResponse(
        String sku, Optional<String> name, Optional<String> category, Optional<String> brand, Product.Origin origin) {

    static ProductResponse of(Product product) {
        return new ProductResponse(
                product.sku(),
                product.profile().name(),
                product.profile().category(),
                product.profile().brand(),
                product.origin());
    }
}
