package io.steadfast.accrual.store;

import java.io.Serial;
import java.sql.SQLException;

/** The database didn't answer as it should; the transaction is undone. */
public final class AccrualStoreException extends IllegalStateException {

    @Serial
    private static final long serialVersionUID = 1L;

    AccrualStoreException(SQLException cause) {
        super("Orders and receipts can't be reached: " + cause.getMessage(), cause);
    }
}
