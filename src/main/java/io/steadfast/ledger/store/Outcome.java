package io.steadfast.ledger.store;

import java.sql.PreparedStatement;
import java.sql.SQLException;

/**
 * What the write of a posting must have touched. Anything else means that somebody wrote beside the member's lock, and
 * the transaction must not live.
 */
record Outcome(int movedLots, int closedLots, int accounts, int standings) {

    private static final int STATEMENTS_BEFORE_LOT_MOVES = 6;

    /** Runs the statements of {@link PostingSql#TEXT}; the statement stands at the result that follows them, if any. */
    void check(PreparedStatement statement) throws SQLException {
        statement.execute();
        for (int i = 0; i < STATEMENTS_BEFORE_LOT_MOVES; i++) {
            statement.getMoreResults();
        }
        require("lots moved", movedLots, statement);
        require("lots closed", closedLots, statement);
        statement.getMoreResults();
        statement.getMoreResults();
        require("accounts", accounts, statement);
        require("standings", standings, statement);
    }

    private static void require(String what, int expected, PreparedStatement statement) throws SQLException {
        int count = statement.getUpdateCount();
        if (count != expected) {
            throw new IllegalStateException(
                    "Books out of step: " + count + " rows of " + what + " where " + expected + " were expected");
        }
        statement.getMoreResults();
    }
}
