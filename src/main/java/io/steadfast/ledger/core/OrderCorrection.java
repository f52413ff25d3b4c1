package io.steadfast.ledger.core;

import io.steadfast.shared.WalletCode;
import java.util.Optional;
import java.util.UUID;

/**
 * Points that were given or taken to put an order right.
 *
 * @param points signed, as they were posted
 * @param undone what of them went back with returns so far; never more than there were
 * @param dates of the lot that was given; empty where points were taken
 */
public record OrderCorrection(
        UUID entry, WalletCode wallet, long points, long undone, Made made, Optional<LotDates> dates) {

    /** Why it was posted. */
    public enum Made {
        BY_STAFF,
        /** A return was withdrawn, with which such points had gone back. */
        ONCE_MORE
    }

    public boolean gives() {
        return points > 0;
    }

    /** However it went. */
    public long size() {
        return Math.abs(points);
    }

    /** What of it stands. */
    public long left() {
        return size() - undone;
    }
}
