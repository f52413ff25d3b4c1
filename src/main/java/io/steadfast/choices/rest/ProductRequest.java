package io.steadfast.choices.rest;

import io.steadfast.choices.core.ProductProfile;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A product as a caller sends one. Adding one reads every field; changing one reads the fields that are there, and {@code null}
 * takes a value away.
 *
 * @param sku as orders name it; never changes
 * @param category a path such as {@code shoes/sneakers}
 */
public record ProductRequest(
        @Schema(required = true) @Nullable String sku,
        @Nullable String name,
        @Nullable String category,
        @Nullable String brand) {

    static final ProductProfile BLANK = new ProductProfile(Optional.empty(), Optional.empty(), Optional.empty());

    ProductProfile changed(ProductProfile before, Fields fields) {
        ProductProfile profile = new ProductProfile(
                fields.text("name", name, before.name()),
                fields.text("category", category, before.category()),
                fields.text("brand", brand, before.brand()));
        fields.errors().refuseIfAny();
        return profile;
    }
}
