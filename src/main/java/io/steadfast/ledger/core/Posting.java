package io.steadfast.ledger.core;

import io.steadfast.shared.MemberId;
import io.steadfast.shared.WalletCode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What one use case does to one member's books, in this order, whole or not at all.
 *
 * @param effectiveAt when the thing happened: the activity date of every entry
 * @param movements in the order in which they happen; may be empty where only a deadline moves
 * @param inactivityDeadlines for each wallet with an inactivity policy that this activity counts for: when the account
 *     lapses if nothing follows. Only ever moves later
 * @param withheldDeadlines the same for wallets whose member must be told first: the account is kept alive, and has no deadline
 *     until then
 */
public record Posting(
        MemberId member,
        Instant effectiveAt,
        List<Movement> movements,
        Map<WalletCode, Instant> inactivityDeadlines,
        Map<WalletCode, Instant> withheldDeadlines) {

    public Posting {
        effectiveAt = Micros.of(effectiveAt);
        movements = List.copyOf(movements);
        inactivityDeadlines = micros(inactivityDeadlines);
        withheldDeadlines = micros(withheldDeadlines);
    }

    /** One whose deadlines wait for nobody. */
    public Posting(
            MemberId member,
            Instant effectiveAt,
            List<Movement> movements,
            Map<WalletCode, Instant> inactivityDeadlines) {
        this(member, effectiveAt, movements, inactivityDeadlines, Map.of());
    }

    private static Map<WalletCode, Instant> micros(Map<WalletCode, Instant> deadlines) {
        return deadlines.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, each -> Micros.of(each.getValue())));
    }

    /** Until when this activity keeps accounts alive, told or not. */
    public Map<WalletCode, Instant> keptAlive() {
        Map<WalletCode, Instant> kept = new LinkedHashMap<>(inactivityDeadlines);
        kept.putAll(withheldDeadlines);
        return kept;
    }

    public static Posting of(MemberId member, Instant effectiveAt, Movement... movements) {
        return new Posting(member, effectiveAt, List.of(movements), Map.of());
    }
}
