package io.steadfast.bench.measure;

import com.fasterxml.jackson.databind.JsonNode;
import io.steadfast.bench.product.Brand;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/**
 * Many members of one brand. One is made over the API; the others are laid beside it by set-based SQL, column for column
 * like that one, so that a new column needs no change here.
 */
final class Crowd {

    private static final long FIRST = 0x018f_0000_0000_7000L;
    private static final List<String> TABLES =
            List.of("member", "member_identity", "member_key", "enrolment", "terms_acceptance", "standing");

    private final Brand brand;
    private final int number;
    private final int size;

    private Crowd(Brand brand, int number, int size) {
        this.brand = brand;
        this.number = number;
        this.size = size;
    }

    /**
     * Members of one program.
     *
     * @param number tells this crowd from others of the brand
     */
    static Crowd fill(Brand brand, String program, int number, int size) throws SQLException {
        Crowd crowd = new Crowd(brand, number, size);
        JsonNode model = brand.post(
                "/members",
                "{\"externalId\": \"" + crowd.name() + "model\", \"enrol\": [{\"program\": \"" + program
                        + "\", \"channel\": \"shop\"}]}");
        try (Connection connection = brand.product().database().superuserIn(brand.schema())) {
            for (String table : TABLES) {
                crowd.lay(connection, table, model.path("id").asText());
            }
            try (Statement statement = connection.createStatement()) {
                statement.execute("ANALYZE");
            }
        }
        return crowd;
    }

    private String name() {
        return "c" + number + "-";
    }

    private void lay(Connection connection, String table, String model) throws SQLException {
        List<String> names = new ArrayList<>();
        List<String> values = new ArrayList<>();
        String columns = "SELECT column_name FROM information_schema.columns WHERE table_schema = current_schema()"
                + " AND table_name = ? AND is_generated = 'NEVER' ORDER BY ordinal_position";
        try (PreparedStatement statement = connection.prepareStatement(columns)) {
            statement.setString(1, table);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    names.add(row.getString(1));
                    values.add(value(table, row.getString(1)));
                }
            }
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO " + table + " (" + String.join(", ", names) + ") SELECT "
                    + String.join(", ", values) + " FROM " + table + " m CROSS JOIN generate_series(0, " + (size - 1)
                    + ") n WHERE m.member_id = '" + model + "'");
        }
    }

    private String value(String table, String column) {
        return switch (column) {
            case "member_id" ->
                "('018f0000-0000-7000-8" + String.format("%03x", number) + "-' || lpad(to_hex(n), 12, '0'))::uuid";
            case "identity_id", "enrolment_id", "acceptance_id" -> "gen_random_uuid()";
            case "value", "key" ->
                "replace(replace(m." + column + ", '" + name() + "model', '" + name()
                        + "' || n), '" + reversedModel() + "', reverse('" + name() + "' || n))"
                        + (table.equals("member_identity") ? cardsOwn() : keysOwn());
            default -> "m." + column;
        };
    }

    /** A made card number is each member's own. */
    private static String cardsOwn() {
        return " || CASE WHEN m.kind = 'CARD' THEN n::text ELSE '' END";
    }

    private static String keysOwn() {
        return " || CASE WHEN m.kind ILIKE '%card%' THEN n::text ELSE '' END";
    }

    private String reversedModel() {
        return new StringBuilder(name() + "model").reverse().toString();
    }

    int size() {
        return size;
    }

    UUID id(int at) {
        return new UUID(FIRST, 0x8000_0000_0000_0000L | (long) number << 48 | at);
    }

    UUID any(Random random) {
        return id(random.nextInt(size));
    }

    String externalId(int at) {
        return name() + at;
    }

    Brand brand() {
        return brand;
    }
}
