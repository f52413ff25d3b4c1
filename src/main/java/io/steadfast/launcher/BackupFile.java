package io.steadfast.launcher;

import java.util.List;
import java.util.Set;

/**
 * What a backup is made of: a compressed tar with the database's files as PostgreSQL's base backup has them, the
 * write-ahead log that makes them consistent, and the secrets that belong to them. See "Making a Base Backup Using the Low
 * Level API" in PostgreSQL's manual.
 */
final class BackupFile {

    static final String DATA = "data/";
    static final String HOME = "home/";

    /** The last entry; without it the file was cut short. */
    static final String LAST = "steadfast-backup";

    /** Written last, as PostgreSQL's own tool does. */
    static final String CONTROL = "global/pg_control";

    static final List<String> SECRETS =
            List.of("database-passwords.properties", PlatformKey.FILE, SecretsKey.FILE, "demo-credentials.json");

    /** Their directories are kept, what is in them belongs to the moment. */
    private static final Set<String> MOMENTARY = Set.of(
            "pg_wal",
            "pg_replslot",
            "pg_dynshmem",
            "pg_notify",
            "pg_serial",
            "pg_snapshots",
            "pg_stat_tmp",
            "pg_subtrans",
            "log");

    private BackupFile() {}

    /** @param name below the data directory, with slashes */
    static boolean isCopied(String name) {
        int slash = name.indexOf('/');
        String last = name.substring(name.lastIndexOf('/') + 1);
        boolean momentary =
                slash > 0 && MOMENTARY.contains(name.substring(0, slash)) && !name.equals("pg_wal/archive_status");
        return !momentary
                && !name.equals(CONTROL)
                && !name.startsWith("postmaster.")
                && !last.startsWith("pgsql_tmp")
                && !last.startsWith("pg_internal.init");
    }
}
