package io.steadfast.programs.core;

import java.util.Collections;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One figure of the program in each currency it is stated in, in minor units: {@code {"USD": 35000, "EUR": 32000}}. An
 * accepted currency that is missing here is converted by its rate.
 *
 * @param byCurrency ISO 4217 code to minor units
 */
public record Amounts(SortedMap<String, Long> byCurrency) {

    public Amounts {
        byCurrency = Collections.unmodifiableSortedMap(new TreeMap<>(byCurrency));
    }

    public static Amounts of(String currency, long minorUnits) {
        return new Amounts(new TreeMap<>(java.util.Map.of(currency, minorUnits)));
    }

    /** The stated figure, empty where this currency has none of its own. */
    public OptionalLong in(String currency) {
        Long amount = byCurrency.get(currency);
        return amount == null ? OptionalLong.empty() : OptionalLong.of(amount);
    }
}
