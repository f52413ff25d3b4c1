package io.steadfast.platform.tenancy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;
import java.util.Optional;

/** How the database is, as operators see it. */
@ApplicationScoped
public class DatabaseReport {

    private static final String LOOK =
            "SELECT current_setting('server_version') AS version, pg_database_size(current_database()) AS bytes,"
                    + " current_setting('max_connections')::int AS most,"
                    + " (SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()) AS connections";

    /** The whole database's size is told to whom may connect to it: the login, none of the roles. */
    private static final String AS_THE_LOGIN = "SELECT set_config('role', 'none', true)";

    @Inject
    private ControlStore control;

    /**
     * What it said.
     *
     * @param answered how long a question took, there and back
     * @param bytes of the whole database, all tenants together
     * @param connections open now, ours and others'
     * @param most connections it takes
     */
    public record State(String version, Duration answered, long bytes, long connections, long most) {}

    /** Empty when it doesn't answer. */
    public Optional<State> look() {
        long begun = System.nanoTime();
        try {
            return Optional.of(control.call(connection -> {
                try (PreparedStatement login = connection.prepareStatement(AS_THE_LOGIN)) {
                    login.execute();
                }
                try (PreparedStatement statement = connection.prepareStatement(LOOK);
                        ResultSet row = statement.executeQuery()) {
                    row.next();
                    return new State(
                            row.getString("version"),
                            Duration.ofNanos(System.nanoTime() - begun),
                            row.getLong("bytes"),
                            row.getLong("connections"),
                            row.getLong("most"));
                }
            }));
        } catch (ControlStore.ControlFailure down) {
            return Optional.empty();
        }
    }
}
