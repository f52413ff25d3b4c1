package io.steadfast.platform.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.steadfast.platform.persistence.TenantStore;
import io.steadfast.shared.TenantSlug;
import io.steadfast.support.ContainerTest;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.UserTransaction;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class NoTenantIT extends ContainerTest {

    private static final TenantSlug ONE = new TenantSlug("no-tenant-one");
    private static final TenantSlug TWO = new TenantSlug("no-tenant-two");

    @Inject
    private TenantSchemas schemas;

    @Inject
    private TenantStore store;

    @Inject
    private CurrentTenant currentTenant;

    @PersistenceContext(unitName = "tenant")
    private EntityManager bare;

    @Resource(lookup = "java:app/jdbc/steadfast")
    private DataSource database;

    @Resource
    private UserTransaction transaction;

    @Resource
    private ManagedExecutorService executor;

    @Test
    void work_without_a_tenant_fails() throws Exception {
        transaction.begin();
        try {
            assertThatThrownBy(() -> store.em()).isInstanceOf(NoTenantException.class);
            assertThatThrownBy(() -> currentTenant.slug()).isInstanceOf(NoTenantException.class);
        } finally {
            transaction.rollback();
        }
    }

    @Test
    void an_entity_manager_that_goes_round_the_store_finds_no_tenant_either() throws Exception {
        transaction.begin();
        try {
            assertThatThrownBy(
                            () -> bare.createNativeQuery("SELECT 1 FROM person").getResultList())
                    .hasStackTraceContaining("No tenant in hand");
        } finally {
            transaction.rollback();
        }
    }

    @Test
    void a_bare_connection_of_the_application_sees_no_table() throws Exception {
        made(ONE);
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.executeQuery("SELECT 1 FROM person"))
                    .hasMessageContaining("does not exist");
            assertThatThrownBy(() -> statement.executeQuery("SELECT 1 FROM t_no_tenant_one.person"))
                    .hasMessageContaining("permission denied");
            assertThatThrownBy(() -> statement.executeQuery("SELECT 1 FROM steadfast_control.tenant"))
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void an_unknown_tenant_fails() {
        assertThatThrownBy(() -> currentTenant.run(new TenantSlug("never-made"), () -> {}))
                .isInstanceOf(NoTenantException.class);
    }

    @Test
    void a_transaction_never_changes_its_tenant() throws Exception {
        made(ONE);
        made(TWO);
        transaction.begin();
        try {
            currentTenant.run(
                    ONE, () -> store.em().createNativeQuery("SELECT 1").getResultList());
            assertThatThrownBy(() -> currentTenant.run(TWO, () -> {}))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("no-tenant-one");
        } finally {
            transaction.rollback();
        }
    }

    @Test
    void after_the_transaction_the_connection_is_nobodys() throws Exception {
        made(ONE);
        for (int i = 0; i < 40; i++) {
            transaction.begin();
            currentTenant.run(
                    ONE, () -> store.em().createNativeQuery("SELECT 1").getResultList());
            transaction.commit();
            try (Connection connection = database.getConnection();
                    Statement statement = connection.createStatement()) {
                assertThatThrownBy(() -> statement.executeQuery("SELECT 1 FROM person"))
                        .hasMessageContaining("does not exist");
            }
        }
    }

    @Test
    void another_thread_begins_with_empty_hands_and_the_tenant_is_back_afterwards() throws Exception {
        made(ONE);
        Optional<Tenant> elsewhere = currentTenant.call(
                ONE, () -> executor.submit(() -> currentTenant.known()).get());
        assertThat(elsewhere).isEmpty();
        assertThat(currentTenant.known()).isEmpty();
    }

    private void made(TenantSlug slug) {
        schemas.provision(ProvisioningIT.wanted(slug), Instant.now());
    }
}
