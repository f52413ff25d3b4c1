package io.steadfast.charities.store;

import java.io.Serial;
import java.sql.SQLException;

/** The database refused a statement of ours. */
final class CharityStoreException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    CharityStoreException(SQLException cause) {
        super(cause);
    }
}
