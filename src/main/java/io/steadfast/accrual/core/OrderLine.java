package io.steadfast.accrual.core;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A line of an order; amounts in minor units of the order's currency.
 *
 * @param lineId unique in the order
 * @param category a path such as {@code shoes/sneakers}
 * @param quantity up to 3 decimals
 * @param amount what the whole line costs after its discount
 * @param discount what was taken off; {@code amount} is after it already
 * @param tax the line's tax; inside {@code amount} or on top of it as the order says
 * @param tags as in {@code tip} and {@code gift_card}, which are outside the basis
 * @param attributes declared attributes of lines, each with its values
 */
public record OrderLine(
        String lineId,
        String sku,
        Optional<String> name,
        Optional<String> category,
        Optional<String> brand,
        BigDecimal quantity,
        long amount,
        long discount,
        long tax,
        Set<String> tags,
        Map<String, List<String>> attributes) {

    /** Marks a line that is a tip. */
    public static final String TIP = "tip";

    /** Marks a line that buys a gift card. */
    public static final String GIFT_CARD = "gift_card";

    public OrderLine {
        tags = Set.copyOf(tags);
        attributes = Map.copyOf(attributes);
    }
}
