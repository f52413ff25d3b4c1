package io.steadfast.launcher;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/** Where the database is and with which two logins it is used: the application's and the administrator's. */
record DatabaseAccess(String url, String user, String password, String adminUser, String adminPassword) {

    private static final int OLDEST = 15;
    private static final int NEWEST = 18;
    private static final String SECONDS = "10";

    static DatabaseAccess to(EmbeddedDatabase server) {
        DatabasePasswords passwords = server.passwords();
        return new DatabaseAccess(
                server.url(EmbeddedLogins.DATABASE),
                EmbeddedLogins.APPLICATION,
                passwords.of(EmbeddedLogins.APPLICATION),
                EmbeddedLogins.ADMIN,
                passwords.of(EmbeddedLogins.ADMIN));
    }

    static DatabaseAccess from(Settings settings) throws StartRefused {
        return new DatabaseAccess(
                settings.get("steadfast.db.url"),
                settings.get("steadfast.db.user"),
                settings.get("steadfast.db.password"),
                settings.get("steadfast.db.admin.user"),
                settings.get("steadfast.db.admin.password"));
    }

    /** Signs in with both logins and looks at the server's version. */
    void check() throws StartRefused {
        if (!url.startsWith("jdbc:postgresql:")) {
            throw new StartRefused("STEADFAST_DB_URL must begin with jdbc:postgresql://");
        }
        check(user, password);
        check(adminUser, adminPassword);
    }

    private void check(String login, String secret) throws StartRefused {
        Properties properties = new Properties();
        properties.setProperty("user", login);
        properties.setProperty("password", secret);
        properties.setProperty("connectTimeout", SECONDS);
        properties.setProperty("loginTimeout", SECONDS);
        try (Connection connection = DriverManager.getConnection(url, properties)) {
            demandSupported(connection.getMetaData().getDatabaseMajorVersion());
        } catch (SQLException e) {
            String reason = String.valueOf(e.getMessage()).lines().findFirst().orElse("no reason given");
            throw new StartRefused("The database can't be reached as " + login + ": " + reason);
        }
    }

    static void demandSupported(int version) throws StartRefused {
        if (version < OLDEST || version > NEWEST) {
            throw new StartRefused(
                    "The database is PostgreSQL " + version + "; Steadfast needs " + OLDEST + " to " + NEWEST + ".");
        }
    }

    /** Handed to the war as MicroProfile Config's system properties. */
    void publish() {
        System.setProperty("steadfast.db.url", url);
        System.setProperty("steadfast.db.user", user);
        System.setProperty("steadfast.db.password", password);
        System.setProperty("steadfast.db.admin.user", adminUser);
        System.setProperty("steadfast.db.admin.password", adminPassword);
    }

    @Override
    public String toString() {
        return url;
    }
}
