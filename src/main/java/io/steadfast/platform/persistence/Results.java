package io.steadfast.platform.persistence;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** What several statements of one round trip gave, one after the other. */
public final class Results {

    private final PreparedStatement statement;
    private boolean rows;
    private boolean begun;
    private int left;

    private Results(PreparedStatement statement) {
        this.statement = statement;
    }

    static Results of(PreparedStatement statement) throws SQLException {
        Results results = new Results(statement);
        results.rows = statement.execute();
        return results;
    }

    /** Of a text with so many statements, sent by itself. */
    public static Results of(PreparedStatement statement, int statements) throws SQLException {
        Results results = of(statement);
        results.begin(statements);
        return results;
    }

    /** The next statement's rows. */
    public ResultSet rows() throws SQLException {
        advance();
        if (!rows) {
            throw new IllegalStateException("A statement gave no rows where they were expected");
        }
        return statement.getResultSet();
    }

    /** How many rows the next statement changed. */
    public int changed() throws SQLException {
        advance();
        return rows ? 0 : statement.getUpdateCount();
    }

    void begin(int statements) {
        left = statements;
    }

    void end() throws SQLException {
        while (left > 0) {
            advance();
        }
    }

    private void advance() throws SQLException {
        if (left == 0) {
            throw new IllegalStateException("More results are read than statements were sent");
        }
        left--;
        if (begun) {
            rows = statement.getMoreResults();
        }
        begun = true;
    }
}
