package io.steadfast.stamps.core;

import io.steadfast.programs.core.StampCard;
import java.util.Collection;

/**
 * How far a card has come: full cards are the whole times its stamps fill it, whatever the order in which they came.
 *
 * @param live stamps that stand
 * @param full how often they fill the card
 */
public record CardCount(long live, long full) {

    /** @param stamps of one member on this card */
    public static CardCount of(StampCard card, Collection<Stamp> stamps) {
        long live = card.per() == StampCard.Per.DAY
                ? stamps.stream().map(Stamp::day).distinct().count()
                : stamps.stream().map(Stamp::order).distinct().count();
        long full = live / card.stamps();
        return new CardCount(live, card.full() == StampCard.Full.ENDS ? Math.min(1, full) : full);
    }

    /** Stamps towards the next voucher. */
    public long towards(StampCard card) {
        return live - full * card.stamps();
    }
}
