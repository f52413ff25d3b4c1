package io.steadfast.rewards.core;

import io.steadfast.programs.core.LocalText;
import io.steadfast.shared.ProgramCode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A right that a member has at an instant, with why and until when.
 *
 * @param because what it comes from, and the code of that: a tier, a plan, a reward
 * @param until exclusive; empty where nothing in sight ends it
 * @param products the product numbers and category paths it holds for; empty where it isn't about products
 */
public record HeldEntitlement(
        ProgramCode program,
        String code,
        LocalText name,
        LocalText detail,
        Because because,
        Optional<Instant> until,
        List<String> products) {

    public HeldEntitlement {
        products = List.copyOf(products);
    }

    /** Why a right is held. */
    public record Because(Kind kind, String code) {

        public enum Kind {
            /** Everybody in the program has it. */
            PROGRAM,
            TIER,
            PLAN,
            REWARD
        }
    }

    /** Whether it holds for a product: by its number, or by its category or one above it. */
    public boolean holdsFor(String sku, Optional<String> category) {
        return products.isEmpty()
                || products.contains(sku)
                || category.filter(path -> products.stream()
                                .anyMatch(product -> path.equals(product) || path.startsWith(product + "/")))
                        .isPresent();
    }
}
