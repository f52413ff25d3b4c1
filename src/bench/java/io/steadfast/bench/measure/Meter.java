package io.steadfast.bench.measure;

import io.steadfast.bench.product.Product;
import io.steadfast.bench.product.ProductDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

/** What the server and its database have used so far: processor time from /proc, and write-ahead log. */
final class Meter {

    private static final double TICKS = 100.0;
    private static final int USER = 11;
    private static final int SYSTEM = 12;
    private static final int CHILDREN_USER = 13;
    private static final int CHILDREN_SYSTEM = 14;

    private final Product product;
    private final Connection connection;

    Meter(Product product) throws SQLException {
        this.product = product;
        this.connection = product.database().superuser();
    }

    /** @param wal bytes */
    record Reading(double serverSeconds, double databaseSeconds, long wal) {

        Reading since(Reading before) {
            return new Reading(
                    serverSeconds - before.serverSeconds, databaseSeconds - before.databaseSeconds, wal - before.wal);
        }

        Reading plus(Reading other) {
            return new Reading(
                    serverSeconds + other.serverSeconds, databaseSeconds + other.databaseSeconds, wal + other.wal);
        }
    }

    Reading read() throws SQLException {
        double database = 0;
        boolean first = true;
        for (ProcessHandle process : product.database().processes()) {
            double[] own = seconds(process.pid());
            // What ended connections have used is with the first process.
            database += own[0] + (first ? own[1] : 0);
            first = false;
        }
        return new Reading(
                seconds(product.pid())[0],
                database,
                ProductDatabase.number(connection, "SELECT pg_current_wal_lsn() - '0/0'::pg_lsn"));
    }

    private static double[] seconds(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return new double[] {
                (Long.parseLong(fields[USER]) + Long.parseLong(fields[SYSTEM])) / TICKS,
                (Long.parseLong(fields[CHILDREN_USER]) + Long.parseLong(fields[CHILDREN_SYSTEM])) / TICKS
            };
        } catch (IOException gone) {
            return new double[] {0, 0};
        }
    }

    static double load() {
        try {
            return Double.parseDouble(Files.readString(Path.of("/proc/loadavg")).split(" ")[0]);
        } catch (IOException notLinux) {
            return -1;
        }
    }
}
