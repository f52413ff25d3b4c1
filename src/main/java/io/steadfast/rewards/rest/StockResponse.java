package io.steadfast.rewards.rest;

import io.steadfast.rewards.core.Stock;
import java.util.Optional;

/**
 * How many of a reward there were and are.
 *
 * @param supplied put in stock, the places of an event included
 */
public record StockResponse(long supplied, long taken, long left) {

    /** Empty where it is endless. */
    static Optional<StockResponse> of(Stock stock) {
        return stock.supplied().isEmpty()
                ? Optional.empty()
                : Optional.of(new StockResponse(
                        stock.supplied().getAsLong(),
                        stock.taken(),
                        stock.left().getAsLong()));
    }
}
