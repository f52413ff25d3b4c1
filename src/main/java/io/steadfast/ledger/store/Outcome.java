package io.steadfast.ledger.store;

import io.steadfast.ledger.core.AccountFacts;
import io.steadfast.shared.WalletCode;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;

/**
 * What the write of a posting must have touched. Anything else means that somebody wrote beside the member's lock, and
 * the transaction must not live.
 */
record Outcome(int movedLots, int closedLots, int accounts) {

    private static final int STATEMENTS_BEFORE_LOT_MOVES = 6;

    Map<WalletCode, AccountFacts> read(PreparedStatement statement) throws SQLException {
        statement.execute();
        for (int i = 0; i < STATEMENTS_BEFORE_LOT_MOVES; i++) {
            statement.getMoreResults();
        }
        require("lots moved", movedLots, statement);
        require("lots closed", closedLots, statement);
        statement.getMoreResults();
        require("accounts", accounts, statement);
        require("standing", 1, statement);
        ResultSet balances = statement.getResultSet();
        return BalanceSql.read(balances);
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
