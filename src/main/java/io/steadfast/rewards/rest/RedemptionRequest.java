package io.steadfast.rewards.rest;

import io.steadfast.platform.refusals.FieldErrors;
import io.steadfast.platform.refusals.FieldReason;
import io.steadfast.programs.core.RewardCode;
import io.steadfast.rewards.RedemptionWish;
import io.steadfast.rewards.RewardLimits;
import io.steadfast.rewards.core.RewardOrder;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.ProgramCode;
import java.util.Map;
import java.util.Optional;

/**
 * What a member wants for their points.
 *
 * @param program where several have a reward of this code
 * @param quantity left out: as many as {@code points} buy, or one
 * @param points what is to be spent; a multiple of the price
 * @param charity of a donation that leaves the choice
 * @param order that it was done at
 * @param basket what the order's lines come to after discounts, tax included, in the smallest unit of the reward's wallet;
 *     needed where the wallet bounds what credit may pay
 */
public record RedemptionRequest(
        MemberId memberId,
        String reward,
        Optional<ProgramCode> program,
        Optional<Integer> quantity,
        Optional<Long> points,
        Optional<String> charity,
        Optional<OrderRequest> order,
        Optional<String> store,
        Optional<Long> basket) {

    private static final int MOST_TEXT = 200;

    /** An order by its natural key. */
    public record OrderRequest(String source, String reference) {

        RewardOrder order() {
            checked("order.source", source);
            checked("order.reference", reference);
            return new RewardOrder(source, reference);
        }
    }

    /** Refuses (400) what can't be a redemption whatever there is. */
    RedemptionWish wish() {
        if (quantity.filter(each -> each < 1 || each > RewardLimits.MOST_AT_ONCE)
                .isPresent()) {
            throw FieldErrors.one(
                    "quantity", FieldReason.OUT_OF_RANGE, Map.of("range", "1 – " + RewardLimits.MOST_AT_ONCE));
        }
        if (points.filter(each -> each < 1).isPresent()) {
            throw FieldErrors.one("points", FieldReason.OUT_OF_RANGE, Map.of("range", "1 –"));
        }
        if (basket.filter(comesTo -> comesTo < 0).isPresent()) {
            throw FieldErrors.one("basket", FieldReason.OUT_OF_RANGE, Map.of("range", "0 –"));
        }
        charity.ifPresent(text -> checked("charity", text));
        store.ifPresent(text -> checked("store", text));
        return new RedemptionWish(
                memberId, code(), program, quantity, points, charity, order.map(OrderRequest::order), store, basket);
    }

    private RewardCode code() {
        try {
            return new RewardCode(reward);
        } catch (IllegalArgumentException notACode) {
            throw FieldErrors.one("reward", FieldReason.NOT_VALID);
        }
    }

    private static void checked(String path, String text) {
        if (text.isBlank()) {
            throw FieldErrors.one(path, FieldReason.REQUIRED);
        }
        if (text.length() > MOST_TEXT) {
            throw FieldErrors.one(path, FieldReason.TOO_LONG, Map.of("most", MOST_TEXT));
        }
    }
}
