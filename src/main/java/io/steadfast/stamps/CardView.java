package io.steadfast.stamps;

import io.steadfast.programs.core.LocalText;
import io.steadfast.programs.core.StampCard;
import io.steadfast.shared.ProgramCode;
import io.steadfast.stamps.core.CardCount;

/**
 * A member's card as it stands.
 *
 * @param gives what a full card gives is called
 */
public record CardView(ProgramCode program, StampCard card, LocalText gives, CardCount count) {

    /** Stamps towards the next voucher. */
    public long towards() {
        return count.towards(card);
    }
}
