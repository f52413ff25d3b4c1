package io.steadfast.platform.tenancy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The administrator's login, for migration and provisioning only. Hidden in this package, with connections of its own that no
 * request's code can come by.
 */
@ApplicationScoped
class AdminDatabase {

    private static final int CONNECT_SECONDS = 10;

    @Inject
    @ConfigProperty(name = "steadfast.db.url")
    private String url;

    @Inject
    @ConfigProperty(name = "steadfast.db.user")
    private String applicationUser;

    @Inject
    @ConfigProperty(name = "steadfast.db.admin.user")
    private String user;

    @Inject
    @ConfigProperty(name = "steadfast.db.admin.password")
    private String password;

    /** Work with the administrator's own rights, statement by statement. */
    @FunctionalInterface
    interface AdminWork<T> {
        T on(Connection connection) throws SQLException;
    }

    private PGSimpleDataSource dataSource() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL(url);
        source.setUser(user);
        source.setPassword(password);
        source.setConnectTimeout(CONNECT_SECONDS);
        source.setApplicationName("steadfast-admin");
        source.setLogServerErrorDetail(false);
        return source;
    }

    /** The same login, acting as the owner from its first statement on. */
    DataSource ownerSource() throws SQLException {
        String owner = call(connection -> Names.owner(connection.getCatalog()));
        PGSimpleDataSource source = dataSource();
        source.setOptions("-c role=" + owner);
        return source;
    }

    /** The login the application itself works with. */
    String applicationUser() {
        return applicationUser;
    }

    <T> T call(AdminWork<T> work) throws SQLException {
        try (Connection connection = dataSource().getConnection()) {
            return work.on(connection);
        }
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
