package io.steadfast.ledger.core;

import io.steadfast.shared.MemberId;
import io.steadfast.shared.WalletCode;
import java.time.Instant;
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
 */
public record Posting(
        MemberId member, Instant effectiveAt, List<Movement> movements, Map<WalletCode, Instant> inactivityDeadlines) {

    public Posting {
        effectiveAt = Micros.of(effectiveAt);
        movements = List.copyOf(movements);
        inactivityDeadlines = inactivityDeadlines.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, each -> Micros.of(each.getValue())));
    }

    public static Posting of(MemberId member, Instant effectiveAt, Movement... movements) {
        return new Posting(member, effectiveAt, List.of(movements), Map.of());
    }
}
