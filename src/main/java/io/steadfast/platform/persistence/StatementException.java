package io.steadfast.platform.persistence;

import java.io.Serial;
import java.sql.SQLException;

/** The database refused a statement of ours. */
public final class StatementException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    StatementException(SQLException cause) {
        super(cause);
    }
}
