package io.steadfast.webhooks.store;

import io.steadfast.platform.persistence.Row;
import io.steadfast.platform.persistence.TenantStore;
import io.steadfast.platform.security.SecretBox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The secrets of endpoints as they are kept: sealed, and brought under another key when the operator has set one. */
@ApplicationScoped
public class EndpointSecrets {

    private static final String OTHERS = """
            SELECT endpoint_id, secret, secret_key, former_secret, former_secret_key FROM webhook_endpoint
             WHERE secret_key IS DISTINCT FROM ?
                OR (former_secret IS NOT NULL AND former_secret_key IS DISTINCT FROM ?)
             ORDER BY endpoint_id LIMIT ? FOR UPDATE
            """;
    private static final String SEAL = """
            UPDATE webhook_endpoint SET secret = ?, secret_key = ?, former_secret = ?, former_secret_key = ?
             WHERE endpoint_id = ?
            """;
    private static final String FORGET_FORMER = """
            UPDATE webhook_endpoint SET former_secret = NULL, former_secret_key = NULL
             WHERE former_secret IS NOT NULL AND former_secret_ends <= ?
            """;

    @Inject
    private TenantStore store;

    @Inject
    private SecretBox box;

    /** The ids of the keys whose seals can be opened. */
    Set<String> known() {
        return box.known();
    }

    /** A secret of an endpoint, opened; one from before secrets were sealed stands as it is. */
    byte[] opened(UUID endpoint, byte[] kept, Optional<String> keyId) {
        return keyId.map(id -> box.open(new SecretBox.Sealed(id, kept), endpoint.toString()))
                .orElse(kept);
    }

    /**
     * Seals with the present key what isn't yet.
     *
     * @return ids of the keys that are missing for it; what they sealed stays as it is
     */
    public List<String> sealAll(int most) {
        List<Kept> others = store.sql(OTHERS)
                .text(box.present())
                .text(box.present())
                .number(most)
                .all(EndpointSecrets::kept);
        others.stream().filter(each -> missing(each).isEmpty()).forEach(this::seal);
        return others.stream()
                .flatMap(each -> missing(each).stream())
                .distinct()
                .toList();
    }

    /** Former secrets that sign no more. */
    public void forgetFormer(Instant now) {
        store.sql(FORGET_FORMER).instant(now).run();
    }

    private record Kept(
            UUID endpoint, byte[] secret, Optional<String> key, Optional<byte[]> former, Optional<String> formerKey) {}

    private static Kept kept(Row row) throws SQLException {
        return new Kept(
                row.id("endpoint_id"),
                row.bytes("secret"),
                row.optionalText("secret_key"),
                row.optionalBytes("former_secret"),
                row.optionalText("former_secret_key"));
    }

    private List<String> missing(Kept kept) {
        return java.util.stream.Stream.of(kept.key(), kept.formerKey())
                .flatMap(Optional::stream)
                .filter(id -> !box.knows(id))
                .toList();
    }

    private void seal(Kept kept) {
        String owner = kept.endpoint().toString();
        SecretBox.Sealed secret = box.seal(opened(kept.endpoint(), kept.secret(), kept.key()), owner);
        Optional<SecretBox.Sealed> former =
                kept.former().map(bytes -> box.seal(opened(kept.endpoint(), bytes, kept.formerKey()), owner));
        store.sql(SEAL)
                .bytes(secret.bytes())
                .text(secret.keyId())
                .bytes(former.map(SecretBox.Sealed::bytes))
                .text(former.map(SecretBox.Sealed::keyId))
                .id(kept.endpoint())
                .run();
    }
}
