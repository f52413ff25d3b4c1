package io.steadfast.dates.store;

import java.io.Serial;

/** The database didn't answer as it should; the transaction is undone. */
public final class DateStoreException extends IllegalStateException {

    @Serial
    private static final long serialVersionUID = 1L;

    DateStoreException(Exception cause) {
        super("Members' days can't be reached: " + cause.getMessage(), cause);
    }
}
