package io.steadfast.stamps.store;

import java.io.Serial;

/** The database didn't answer as it should; the transaction is undone. */
public final class StampStoreException extends IllegalStateException {

    @Serial
    private static final long serialVersionUID = 1L;

    StampStoreException(Exception cause) {
        super("Stamps can't be reached: " + cause.getMessage(), cause);
    }
}
