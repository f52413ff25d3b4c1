package io.steadfast.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import io.steadfast.platform.persistence.TenantStore;
import io.steadfast.platform.security.SecretBox;
import io.steadfast.support.AtWork;
import io.steadfast.support.ContainerTest;
import io.steadfast.support.TestTenant;
import io.steadfast.support.TestTenants;
import io.steadfast.webhooks.core.Endpoint;
import io.steadfast.webhooks.core.EndpointWish;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SecretSealingIT extends ContainerTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final byte[] PLAIN = "a secret of thirty-two letters..".getBytes(StandardCharsets.UTF_8);

    @Inject
    private WebhookService webhooks;

    @Inject
    private SecretSealing sealing;

    @Inject
    private SecretBox box;

    @Inject
    private TenantStore store;

    @Inject
    private UserTransaction transaction;

    @Inject
    private AtWork work;

    private record Kept(Optional<String> key, byte[] secret, Optional<String> formerKey, Optional<byte[]> former) {}

    private UUID endpoint(TestTenant tenant) throws Exception {
        return work.call(
                tenant,
                () -> webhooks.create(
                                new EndpointWish("https://receiver.test/", "", Set.of(), Endpoint.Status.ACTIVE, false))
                        .endpoint()
                        .id());
    }

    private void change(TestTenant tenant, String sql) throws Exception {
        work.call(tenant, () -> {
            transaction.begin();
            store.sql(sql).bytes(PLAIN).run();
            transaction.commit();
            return sql;
        });
    }

    private Kept kept(TestTenant tenant) throws Exception {
        return work.call(tenant, () -> {
            transaction.begin();
            try {
                return store.sql("SELECT secret_key, secret, former_secret_key, former_secret FROM webhook_endpoint")
                        .one(row -> new Kept(
                                row.optionalText("secret_key"),
                                row.bytes("secret"),
                                row.optionalText("former_secret_key"),
                                row.optionalBytes("former_secret")))
                        .orElseThrow();
            } finally {
                transaction.rollback();
            }
        });
    }

    private void visit(TestTenant tenant) throws Exception {
        work.call(tenant, () -> {
            sealing.sweep(NOW);
            return NOW;
        });
    }

    private byte[] opened(UUID endpoint, Optional<String> key, byte[] secret) {
        return box.open(new SecretBox.Sealed(key.orElseThrow(), secret), endpoint.toString());
    }

    @Test
    void secretsFromBeforeAreSealedByTheNextVisitAndTheFormerOnesWithThem() throws Exception {
        TestTenant tenant = TestTenants.makeAt(NOW);
        UUID endpoint = endpoint(tenant);
        work.call(tenant, () -> webhooks.rotate(endpoint));
        change(
                tenant,
                "UPDATE webhook_endpoint SET secret = ?, secret_key = NULL, former_secret = secret, former_secret_key = NULL");
        change(tenant, "UPDATE webhook_endpoint SET former_secret = ?");
        visit(tenant);
        Kept sealed = kept(tenant);
        assertThat(sealed.key()).contains(box.present());
        assertThat(opened(endpoint, sealed.key(), sealed.secret())).isEqualTo(PLAIN);
        assertThat(opened(endpoint, sealed.formerKey(), sealed.former().orElseThrow()))
                .isEqualTo(PLAIN);
        visit(tenant);
        assertThat(kept(tenant).secret()).as("nothing left to do").isEqualTo(sealed.secret());
    }

    @Test
    void aFormerSecretIsForgottenWhenItSignsNoMore() throws Exception {
        TestTenant tenant = TestTenants.makeAt(NOW);
        UUID endpoint = endpoint(tenant);
        work.call(tenant, () -> webhooks.rotate(endpoint));
        visit(tenant);
        assertThat(kept(tenant).former()).isPresent();
        change(
                tenant,
                "UPDATE webhook_endpoint SET former_secret_ends = '2020-01-01T00:00:00Z' WHERE former_secret <> ?");
        visit(tenant);
        assertThat(kept(tenant).former()).isEmpty();
    }

    @Test
    void whatIsSealedWithAKeyThatIsMissingStaysAsItIsAndIsNamed() throws Exception {
        TestTenant tenant = TestTenants.makeAt(NOW);
        endpoint(tenant);
        change(tenant, "UPDATE webhook_endpoint SET secret = ?, secret_key = '00000000'");
        assertThat(work.call(tenant, () -> webhooks.sealSecrets())).isEqualTo(List.of("00000000"));
        assertThat(kept(tenant).secret()).isEqualTo(PLAIN);
    }
}
