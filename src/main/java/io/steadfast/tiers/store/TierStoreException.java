package io.steadfast.tiers.store;

import java.io.Serial;

/** The database didn't answer as it should; the transaction is undone. */
public final class TierStoreException extends IllegalStateException {

    @Serial
    private static final long serialVersionUID = 1L;

    TierStoreException(Exception cause) {
        super("Tiers can't be reached: " + cause.getMessage(), cause);
    }
}
