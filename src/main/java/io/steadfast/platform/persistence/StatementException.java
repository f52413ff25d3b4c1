package io.steadfast.platform.persistence;

import java.sql.SQLException;

/** A statement that the database refused; the transaction is lost. */
public final class StatementException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    /** @param statement constant, so that no value stands in the message */
    StatementException(String statement, SQLException cause) {
        super("The database refused: " + statement.strip(), cause);
    }
}
