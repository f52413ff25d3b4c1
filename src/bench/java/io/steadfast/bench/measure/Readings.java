package io.steadfast.bench.measure;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Random;

/** The floor of a read: one prepared statement, one round trip, every column taken. */
final class Readings implements Work {

    private static final String LOOKUP =
            "SELECT m.*, i.*, e.* FROM member_identity i JOIN member m ON m.member_id = i.member_id"
                    + " JOIN enrolment e ON e.member_id = m.member_id WHERE i.kind = 'EXTERNAL_ID' AND i.value = ? AND i.ended_at IS NULL";
    private static final String BALANCE =
            "SELECT a.*, l.* FROM account a LEFT JOIN open_lot l ON l.member_id = a.member_id"
                    + " AND l.wallet = a.wallet WHERE a.member_id = ?::uuid";

    private final Crowd crowd;
    private final String sql;

    private Readings(Crowd crowd, String sql) {
        this.crowd = crowd;
        this.sql = sql;
    }

    static Readings lookups(Crowd crowd) {
        return new Readings(crowd, LOOKUP);
    }

    static Readings balances(Crowd crowd) {
        return new Readings(crowd, BALANCE);
    }

    @Override
    public Worker open() throws SQLException {
        Connection connection =
                crowd.brand().product().database().superuserIn(crowd.brand().schema());
        PreparedStatement statement = connection.prepareStatement(sql);
        Random random = new Random(System.nanoTime());
        boolean byName = sql.equals(LOOKUP);
        return new Worker() {
            @Override
            public void once() throws SQLException {
                int member = random.nextInt(crowd.size());
                statement.setString(
                        1, byName ? crowd.externalId(member) : crowd.id(member).toString());
                try (ResultSet row = statement.executeQuery()) {
                    while (row.next()) {
                        row.getString(1);
                    }
                }
            }

            @Override
            public void close() throws SQLException {
                connection.close();
            }
        };
    }
}
