package io.steadfast.launcher;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;

/** The embedded database's passwords: made at the first start, kept in a file that only its owner reads. */
final class DatabasePasswords {

    static final String FILE = "database-passwords.properties";
    private static final int BYTES = 24;

    private final Properties passwords;

    private DatabasePasswords(Properties passwords) {
        this.passwords = passwords;
    }

    static DatabasePasswords keptIn(DataDirectory home) throws IOException {
        Properties passwords = new Properties();
        Path file = home.path(FILE);
        if (Files.exists(file)) {
            return read(file);
        }
        SecureRandom random = new SecureRandom();
        for (String login : new String[] {EmbeddedLogins.SUPERUSER, EmbeddedLogins.ADMIN, EmbeddedLogins.APPLICATION}) {
            byte[] bytes = new byte[BYTES];
            random.nextBytes(bytes);
            passwords.setProperty(login, Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
        }
        StringWriter text = new StringWriter();
        passwords.store(text, "Logins of the embedded PostgreSQL");
        home.writeSecret(FILE, text.toString());
        return new DatabasePasswords(passwords);
    }

    static DatabasePasswords read(Path file) throws IOException {
        Properties passwords = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            passwords.load(reader);
        }
        return new DatabasePasswords(passwords);
    }

    String superuser() {
        return of(EmbeddedLogins.SUPERUSER);
    }

    String of(String login) {
        String password = passwords.getProperty(login);
        if (password == null) {
            throw new IllegalStateException(FILE + " has no password for " + login);
        }
        return password;
    }
}
