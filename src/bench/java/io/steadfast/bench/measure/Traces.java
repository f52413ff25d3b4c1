package io.steadfast.bench.measure;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds what one call has written: every row of a schema that stands in another version than before. */
final class Traces {

    private static final String TABLES =
            "SELECT c.relname, array(SELECT a.attname FROM pg_attribute a WHERE a.attrelid = c.oid"
                    + " AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '' AND a.attidentity = ''"
                    + " ORDER BY a.attnum) AS columns, array(SELECT format_type(a.atttypid, a.atttypmod) FROM pg_attribute a"
                    + " WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''"
                    + " AND a.attidentity = '' ORDER BY a.attnum) AS types, array(SELECT a.attname FROM pg_index i JOIN pg_attribute a ON a.attrelid = c.oid"
                    + " AND a.attnum = ANY (i.indkey) WHERE i.indrelid = c.oid AND i.indisprimary) AS key"
                    + " FROM pg_class c WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind = 'r'"
                    + " AND c.relname <> 'schema_history' ORDER BY c.oid";

    private final Connection connection;
    private final Map<String, Table> tables = new LinkedHashMap<>();

    /** @param connection among the schema's tables, with all rights */
    Traces(Connection connection) throws SQLException {
        this.connection = connection;
        try (PreparedStatement statement = connection.prepareStatement(TABLES);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                tables.put(row.getString(1), new Table(row.getString(1), words(row, 2), words(row, 3), words(row, 4)));
            }
        }
    }

    /** What something writes for the first member of a crowd. */
    static List<Written> of(Connection connection, Crowd crowd, Doing doing) throws Exception {
        Traces traces = new Traces(connection);
        Map<String, Set<String>> known = traces.keys(crowd.id(0).toString());
        long mark = traces.mark();
        doing.run();
        return traces.since(mark, known);
    }

    /** Something that writes. */
    interface Doing {

        void run() throws Exception;
    }

    private static List<String> words(ResultSet row, int column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }

    record Table(String name, List<String> columns, List<String> types, List<String> key) {}

    /**
     * A row as text, column by column; null where it is null.
     *
     * @param isNew whether it was inserted rather than changed
     */
    record Written(Table table, List<String> values, boolean isNew) {}

    /** Where the schema's rows stand. */
    long mark() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT txid_current()");
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    /** The keys of rows that are there, for telling a changed row from a new one. */
    Map<String, Set<String>> keys(String member) throws SQLException {
        Map<String, Set<String>> keys = new LinkedHashMap<>();
        for (Table table : tables.values()) {
            if (table.columns().contains("member_id") && !table.key().isEmpty()) {
                Set<String> known = new HashSet<>();
                String sql = "SELECT " + key(table) + " FROM " + table.name() + " WHERE member_id = '" + member + "'";
                try (PreparedStatement statement = connection.prepareStatement(sql);
                        ResultSet row = statement.executeQuery()) {
                    while (row.next()) {
                        known.add(row.getString(1));
                    }
                }
                keys.put(table.name(), known);
            }
        }
        return keys;
    }

    /** What was written after the mark, in the order of the tables. */
    List<Written> since(long mark, Map<String, Set<String>> known) throws SQLException {
        List<Written> written = new ArrayList<>();
        for (Table table : tables.values()) {
            List<String> texts = new ArrayList<>();
            table.columns().forEach(column -> texts.add("\"" + column + "\"::text"));
            String sql = "SELECT " + key(table) + ", " + String.join(", ", texts) + " FROM " + table.name()
                    + " WHERE xmin::text::bigint > ? ORDER BY 1";
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setLong(1, mark);
                try (ResultSet row = statement.executeQuery()) {
                    while (row.next()) {
                        List<String> values = new ArrayList<>();
                        for (int at = 0; at < table.columns().size(); at++) {
                            values.add(row.getString(at + 2));
                        }
                        boolean isNew =
                                !known.getOrDefault(table.name(), Set.of()).contains(row.getString(1));
                        written.add(new Written(table, values, isNew));
                    }
                }
            }
        }
        return written;
    }

    private static String key(Table table) {
        return table.key().isEmpty() ? "''" : "concat_ws('/', " + String.join(", ", table.key()) + ")";
    }
}
