package io.steadfast.bench.measure;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Lays what was written for the first member of a crowd once more for all its others, by set-based SQL. */
final class Likeness {

    private static final String SHAPE = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    private final Connection connection;
    private final Crowd crowd;
    private final int round;
    private final String mark;

    /**
     * @param round one digit that tells the made ids from those of other rounds
     * @param mark a text of the first member's own, which becomes each one's; nothing where there is none
     */
    Likeness(Connection connection, Crowd crowd, int round, String mark) {
        this.connection = connection;
        this.crowd = crowd;
        this.round = round;
        this.mark = mark;
    }

    /** The rows of one member again for every other; changed rows are changed, new ones are made. */
    void lay(List<Traces.Written> rows) throws SQLException {
        String own = crowd.id(0).toString();
        String member = "(overlay('" + own + "' placing lpad(to_hex(n), 12, '0') from 25))::uuid";
        for (Traces.Written row : rows) {
            List<String> values = new ArrayList<>();
            for (int column = 0; column < row.values().size(); column++) {
                values.add(expression(row, column, own, member));
            }
            if (row.isNew() && !isOfTheCall(row) && isEachOnes(row)) {
                run("INSERT INTO " + row.table().name() + " ("
                        + String.join(", ", row.table().columns()) + ") SELECT " + String.join(", ", values)
                        + others());
            } else if (!row.isNew() && row.table().columns().contains("member_id")) {
                run(change(row, values, member));
            }
        }
    }

    private String others() {
        return " FROM generate_series(1, " + (crowd.size() - 1) + ") n";
    }

    /** A call's own rows are no member's. */
    private static boolean isOfTheCall(Traces.Written row) {
        String table = row.table().name();
        return Set.of("idempotency", "outbox_pending").contains(table)
                || table.startsWith("audit")
                || table.startsWith("import")
                || table.startsWith("job");
    }

    /** What stands once for the whole brand was made by the first. */
    private boolean isEachOnes(Traces.Written row) {
        return row.table().columns().contains("member_id")
                || row.table().key().stream()
                        .map(name -> row.values().get(row.table().columns().indexOf(name)))
                        .anyMatch(value -> value.matches(SHAPE) || !mark.isEmpty() && value.contains(mark));
    }

    private String change(Traces.Written row, List<String> values, String member) {
        List<String> changes = new ArrayList<>();
        for (int column = 0; column < values.size(); column++) {
            String name = row.table().columns().get(column);
            if (!row.table().key().contains(name)) {
                changes.add(name + " = " + values.get(column));
            }
        }
        return "UPDATE " + row.table().name() + " t SET " + String.join(", ", changes) + others()
                + " WHERE t.member_id = " + member;
    }

    /** The same value, ids told apart by the member's number. */
    private String expression(Traces.Written row, int column, String own, String member) {
        String value = row.values().get(column);
        String name = row.table().columns().get(column);
        if (value == null) {
            return "NULL";
        }
        if (value.equals(own)) {
            return member;
        }
        if (value.matches(SHAPE)) {
            return "(overlay(overlay('" + value + "' placing '" + round
                    + "' from 20) placing lpad(to_hex(n), 12, '0') from 25))::uuid";
        }
        if (name.equals("seq") && row.table().name().startsWith("outbox")) {
            return "1000000000 + " + round + " * 10000000 + n";
        }
        String text = "'" + value.replace("'", "''") + "'";
        return mark.isEmpty() || !value.contains(mark)
                ? text
                : "replace(" + text + ", '" + mark + "', n::text)::"
                        + row.table().types().get(column);
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
