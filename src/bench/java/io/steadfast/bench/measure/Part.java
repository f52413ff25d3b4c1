package io.steadfast.bench.measure;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What of the table is measured; jobs and growth take their time. */
enum Part {
    /** Orders, redemptions, lookups and balances beside their floors. */
    OPERATIONS,
    /** One member, one budget, batches. */
    SPECIAL,
    /** Few members beside many. */
    MEMBERS,
    /** Many entries of a member beside few. */
    ENTRIES,
    /** Many tenants beside one. */
    TENANTS,
    /** A night in which lots expire. */
    EXPIRY,
    /** A file of members. */
    MEMBER_FILE,
    /** A file of orders. */
    ORDER_FILE,
    /** A night in which tiers are reviewed. */
    REVIEW,
    ROUND_TRIPS;

    /** What runs for minutes beside orders. */
    static final Set<Part> JOBS = Set.of(EXPIRY, MEMBER_FILE, ORDER_FILE, REVIEW);

    /** From a list with commas; {@code all} is every one. */
    static Set<Part> read(String text) {
        String words = text.strip().toUpperCase(Locale.ROOT);
        return words.equals("ALL")
                ? Set.of(values())
                : Arrays.stream(words.split(","))
                        .map(word -> valueOf(word.strip()))
                        .collect(Collectors.toSet());
    }
}
