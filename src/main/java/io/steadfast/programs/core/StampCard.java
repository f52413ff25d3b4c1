package io.steadfast.programs.core;

import java.util.List;
import java.util.Optional;

/**
 * A card that fills with purchases and gives a voucher when it is full (domain 47).
 *
 * @param stamps that fill it
 * @param products the product numbers or category paths that count; empty where everything counts
 * @param minimum what the products that count must come to in one order, net as earning counts
 * @param per how many stamps one purchase or day can give: one
 * @param reward what a full card gives; one that is handed out as a voucher
 */
public record StampCard(
        String code,
        LocalText name,
        int stamps,
        List<String> products,
        Optional<Amounts> minimum,
        Per per,
        RewardCode reward,
        Full full) {

    public StampCard {
        products = List.copyOf(products);
    }

    /** Whether a product counts: by its number, or by its category or one above it. */
    public boolean counts(String sku, Optional<String> category) {
        return products.isEmpty()
                || products.contains(sku)
                || category.filter(path -> products.stream()
                                .anyMatch(product -> path.equals(product) || path.startsWith(product + "/")))
                        .isPresent();
    }

    /** For what one stamp is given. */
    public enum Per {
        ORDER,
        /** Several purchases on one day of the program's calendar give one. */
        DAY
    }

    /** What happens when it is full. */
    public enum Full {
        BEGINS_ANEW,
        ENDS
    }
}
