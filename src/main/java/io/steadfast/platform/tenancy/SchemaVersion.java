package io.steadfast.platform.tenancy;

import java.util.Comparator;

/**
 * How far a schema has been migrated: its highest migration and how many there are. The number counts too, because each feature
 * has a range of its own and a later migration may carry a lower number.
 */
record SchemaVersion(int highest, int count) {

    static SchemaVersion parse(String written) {
        int point = written.indexOf('.');
        return new SchemaVersion(
                Integer.parseInt(written.substring(0, point)), Integer.parseInt(written.substring(point + 1)));
    }

    boolean isOlderThan(SchemaVersion other) {
        return Comparator.comparingInt(SchemaVersion::count)
                        .thenComparingInt(SchemaVersion::highest)
                        .compare(this, other)
                < 0;
    }

    @Override
    public String toString() {
        return highest + "." + count;
    }
}
