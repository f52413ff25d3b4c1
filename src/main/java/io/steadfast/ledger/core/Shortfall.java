package io.steadfast.ledger.core;

import io.steadfast.shared.WalletCode;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** What a posting leaves uncovered. */
public final class Shortfall {

    private Shortfall() {}

    /** By wallet what the member comes to owe or is let off; only what is more than nothing. */
    public static Map<WalletCode, Long> of(Posted planned) {
        Map<WalletCode, Long> missing = new HashMap<>();
        Stream.concat(planned.entries().stream(), planned.consequences().stream())
                .distinct()
                .forEach(entry -> missing.merge(
                        entry.wallet(), Math.addExact(entry.change().debt(), entry.forgiven()), Math::addExact));
        missing.values().removeIf(points -> points <= 0);
        return missing;
    }
}
