package io.steadfast.vouchers.store;

import java.io.Serial;
import java.sql.SQLException;

/** The database couldn't do what was asked; never the caller's fault. */
final class VoucherStoreException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    VoucherStoreException(SQLException cause) {
        super(cause);
    }
}
