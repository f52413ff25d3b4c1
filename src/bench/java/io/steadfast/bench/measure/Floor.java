package io.steadfast.bench.measure;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The same rows that one call of the product writes, written by prepared statements in one transaction with five round trips:
 * the key is claimed, the member locked, the member's account read, everything written, committed. Nothing is decided.
 */
final class Floor implements Work {

    private static final String UUID_SHAPE = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";
    private static final int SEVERAL = 16;
    private static final AtomicLong NUMBERS = new AtomicLong(1_000_000);

    private final Crowd crowd;
    private final String model;
    private final List<Traces.Written> rows;

    /** @param model the member whose call is taken as the pattern */
    Floor(Crowd crowd, String model, List<Traces.Written> rows) {
        this.crowd = crowd;
        this.model = model;
        this.rows = rows;
    }

    /** The same rows for the members of another crowd of the brand. */
    Floor over(Crowd others) {
        return new Floor(others, model, rows);
    }

    int rows() {
        return rows.size();
    }

    @Override
    public Worker open() throws Exception {
        Connection connection =
                crowd.brand().product().database().superuserIn(crowd.brand().schema());
        connection.setAutoCommit(false);
        return new Writer(connection, new Random(NUMBERS.incrementAndGet()));
    }

    private final class Writer implements Worker {

        private final Connection connection;
        private final Random random;
        private final PreparedStatement claim;
        private final PreparedStatement lock;
        private final PreparedStatement read;
        private final PreparedStatement write;

        Writer(Connection connection, Random random) throws SQLException {
            this.connection = connection;
            this.random = random;
            claim = connection.prepareStatement(sql(true));
            lock = connection.prepareStatement(
                    "SELECT chain_seq, chain_head FROM standing WHERE member_id = ? FOR UPDATE");
            read = connection.prepareStatement(
                    "SELECT active_points, debt_points, entries FROM account WHERE member_id = ?");
            write = connection.prepareStatement(sql(false));
        }

        @Override
        public void once() throws SQLException {
            UUID member = crowd.any(random);
            long number = NUMBERS.incrementAndGet();
            Map<String, String> fresh = new HashMap<>(Map.of(model, member.toString()));
            bind(claim, true, fresh, number);
            claim.execute();
            lock.setObject(1, member);
            lock.executeQuery().close();
            read.setObject(1, member);
            read.executeQuery().close();
            bind(write, false, fresh, number);
            write.execute();
            connection.commit();
        }

        @Override
        public void close() throws SQLException {
            connection.close();
        }
    }

    private List<Traces.Written> part(boolean claim) {
        return rows.stream()
                .filter(row -> row.table().name().equals("idempotency") == claim)
                .toList();
    }

    private String sql(boolean claim) {
        List<String> statements = new ArrayList<>();
        part(claim).forEach(row -> statements.add(row.isNew() ? insert(row) : update(row)));
        return String.join(";", statements);
    }

    private static String insert(Traces.Written row) {
        List<String> marks = new ArrayList<>();
        row.table().columns().forEach(column -> marks.add("?"));
        return "INSERT INTO " + row.table().name() + " ("
                + String.join(", ", row.table().columns()) + ") VALUES (" + String.join(", ", marks) + ")";
    }

    private static String update(Traces.Written row) {
        List<String> changes = new ArrayList<>();
        row.table().columns().forEach(column -> changes.add(column + " = ?"));
        List<String> keys = new ArrayList<>();
        row.table().key().forEach(column -> keys.add(column + " = ?"));
        return "UPDATE " + row.table().name() + " SET " + String.join(", ", changes) + " WHERE "
                + String.join(" AND ", keys);
    }

    private void bind(PreparedStatement statement, boolean claim, Map<String, String> fresh, long number)
            throws SQLException {
        int at = 1;
        for (Traces.Written row : part(claim)) {
            for (int column = 0; column < row.table().columns().size(); column++) {
                set(statement, at++, value(row, column, fresh, number));
            }
            if (!row.isNew()) {
                for (String key : row.table().key()) {
                    set(statement, at++, value(row, row.table().columns().indexOf(key), fresh, number));
                }
            }
        }
    }

    /** Untyped, so that the server takes each for what its column is. */
    private static void set(PreparedStatement statement, int at, String value) throws SQLException {
        if (value == null) {
            statement.setNull(at, java.sql.Types.OTHER);
        } else {
            statement.setObject(at, value, java.sql.Types.OTHER);
        }
    }

    /** The same value; ids are new ones, whatever is unique is made so. */
    private static String value(Traces.Written row, int column, Map<String, String> fresh, long number) {
        String value = row.values().get(column);
        String name = row.table().columns().get(column);
        if (value == null) {
            return value;
        }
        if (value.matches(UUID_SHAPE)) {
            return fresh.computeIfAbsent(
                    value,
                    any -> new UUID(
                                    System.currentTimeMillis() << 16 | 0x7000,
                                    UUID.randomUUID().getLeastSignificantBits())
                            .toString());
        }
        if (row.isNew() && (name.equals("seq") || name.equals("chain_seq"))) {
            // Several rows of one call are told apart as they were.
            return String.valueOf(number * SEVERAL + Long.parseLong(value) % SEVERAL);
        }
        boolean unique = name.equals("key") || name.equals("reference") || name.equals("code");
        return row.isNew() && unique && value.length() > 2 ? value + number : value;
    }
}
