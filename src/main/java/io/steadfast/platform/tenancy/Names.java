package io.steadfast.platform.tenancy;

import io.steadfast.shared.TenantSlug;
import java.util.regex.Pattern;

/** The names of schemas and roles. */
final class Names {

    private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9_]{1,63}");

    /** Keeps the longest role under PostgreSQL's 63 bytes: 20 + 1 + 33 (t_ and the longest slug) + 5. */
    private static final int DATABASE_LENGTH = 20;

    private static final String USUAL_DATABASE = "steadfast";

    private Names() {}

    /** A slug has no underscore, so two slugs never share a schema. */
    static String schema(TenantSlug slug) {
        return "t_" + slug.value().replace('-', '_');
    }

    /** The role that may touch this schema and no other. */
    static String role(String database, String schema) {
        return prefix(database) + schema + "_role";
    }

    /** The role that owns every object and that nobody signs in as. */
    static String owner(String database) {
        return prefix(database) + "steadfast_owner";
    }

    // Roles belong to the whole server, schemas to one database: the database's name keeps two installations apart.
    private static String prefix(String database) {
        if (database.equals(USUAL_DATABASE)) {
            return "";
        }
        String plain = database.replaceAll("[^A-Za-z0-9_]", "_");
        return plain.substring(0, Math.min(DATABASE_LENGTH, plain.length())) + "_";
    }

    static String quoted(String name) {
        if (!SAFE.matcher(name).matches()) {
            throw new IllegalArgumentException("Not a name of ours: " + name);
        }
        return '"' + name + '"';
    }

    /** One of our own names as a text in a statement. */
    static String literal(String name) {
        if (!SAFE.matcher(name).matches()) {
            throw new IllegalArgumentException("Not a name of ours: " + name);
        }
        return "'" + name + "'";
    }

    /** A name that an administrator chose, the login's or the database's. */
    static String quotedForeign(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
