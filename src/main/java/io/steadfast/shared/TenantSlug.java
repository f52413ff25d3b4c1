package io.steadfast.shared;

import java.util.regex.Pattern;

/** The name of a tenant in keys, addresses and schema names. */
public record TenantSlug(String value) implements Comparable<TenantSlug> {

    /** As the API contract says: a schema name made of it stays under PostgreSQL's 63 bytes. */
    private static final Pattern SHAPE = Pattern.compile("[a-z][a-z0-9-]{2,30}");

    public TenantSlug {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("A tenant's slug is 3 to 31 of a-z 0-9 - and starts with a letter");
        }
    }

    @Override
    public int compareTo(TenantSlug other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
