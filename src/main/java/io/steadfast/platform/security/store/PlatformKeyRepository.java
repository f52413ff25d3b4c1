package io.steadfast.platform.security.store;

import io.steadfast.platform.tenancy.ControlStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

/** Keys of the operators, in the control schema. */
@ApplicationScoped
public class PlatformKeyRepository {

    private static final String ADD = "INSERT INTO platform_key (id, name, secret_hash, created_at) VALUES (?, ?, ?, ?)"
            + " ON CONFLICT (secret_hash) DO NOTHING";

    private static final String USE = "UPDATE platform_key SET last_used_at = ?"
            + " WHERE secret_hash = ? AND revoked_at IS NULL RETURNING id, name";

    private static final String ANY = "SELECT 1 FROM platform_key WHERE revoked_at IS NULL LIMIT 1";

    /** A key that stands. */
    public record StandingKey(UUID id, String name) {}

    @Inject
    private ControlStore control;

    public boolean any() {
        return control.call(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(ANY);
                    ResultSet row = statement.executeQuery()) {
                return row.next();
            }
        });
    }

    /** Does nothing where this secret is already known. */
    public void add(StandingKey key, byte[] hash, Instant at) {
        control.call(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(ADD)) {
                statement.setObject(1, key.id());
                statement.setString(2, key.name());
                statement.setBytes(3, hash);
                statement.setObject(4, at.atOffset(ZoneOffset.UTC));
                return statement.executeUpdate();
            }
        });
    }

    /** Finds a key that stands and notes its use. */
    public Optional<StandingKey> use(byte[] hash, Instant at) {
        return control.call(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(USE)) {
                statement.setObject(1, at.atOffset(ZoneOffset.UTC));
                statement.setBytes(2, hash);
                try (ResultSet row = statement.executeQuery()) {
                    return row.next()
                            ? Optional.of(new StandingKey(row.getObject("id", UUID.class), row.getString("name")))
                            : Optional.empty();
                }
            }
        });
    }
}
