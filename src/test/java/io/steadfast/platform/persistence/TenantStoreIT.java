package io.steadfast.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.steadfast.support.AtWork;
import io.steadfast.support.ContainerTest;
import io.steadfast.support.TestTenant;
import io.steadfast.support.TestTenants;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;

class TenantStoreIT extends ContainerTest {

    private static final String PREPARED =
            "SELECT count(*) AS prepared FROM pg_catalog.pg_prepared_statements WHERE statement LIKE '%repeated here%'";
    private static final String REPEATED = "SELECT name FROM attribute_definition /* repeated here */ WHERE name = ?";

    private static final String DECLARED = """
            INSERT INTO attribute_definition (subject, name, type, choices, personal, writers, version, recorded_at, changed_at)
            VALUES ('MEMBER', ?, 'text', '{}', false, '{}', 1, now(), now()) ON CONFLICT DO NOTHING
            """;
    private static final String ALL = "SELECT name FROM attribute_definition /* said again */ ORDER BY name";
    private static final String USED =
            "SELECT coalesce(sum(generic_plans), 0)::bigint AS used FROM pg_catalog.pg_prepared_statements"
                    + " WHERE statement LIKE '%said again%' AND statement NOT LIKE '%LIKE%'";

    @Inject
    private TenantStore store;

    @Inject
    private UserTransaction transaction;

    @Inject
    private AtWork work;

    private long prepared() {
        return store.sql(PREPARED).one(row -> row.number("prepared")).orElseThrow();
    }

    private PGConnection driver() throws Exception {
        return store.connection().unwrap(PGConnection.class);
    }

    @Test
    void whatIsSaidAgainAndAgainIsPreparedForThatTransactionAndForNoOther() throws Exception {
        TestTenant one = TestTenants.make();
        PGConnection used = work.call(one, () -> {
            transaction.begin();
            assertThat(driver().getPrepareThreshold()).isGreaterThan(1);
            store.repeatStatements();
            for (int time = 0; time < 3; time++) {
                store.sql(REPEATED).text("x" + time).all(row -> row.text("name"));
            }
            assertThat(prepared()).isPositive();
            assertThat(driver().getPrepareThreshold()).isEqualTo(1);
            PGConnection driver = driver();
            transaction.rollback();
            return driver;
        });
        assertThat(used.getPrepareThreshold()).isGreaterThan(1);
    }

    @Test
    void whatATenantSaysInOneTransactionAfterTheOtherIsPlannedOnce() throws Exception {
        TestTenant one = TestTenants.make();
        TestTenant two = TestTenants.make();
        // More often than there are connections in the pool that may each have to learn it.
        for (int time = 0; time < 100; time++) {
            assertThat(written(one, "color")).containsExactly("color");
        }
        assertThat(again(one)).isPositive();
        // The same words of another tenant's, maybe on the same connection, are about its own rows.
        for (int time = 0; time < 20; time++) {
            assertThat(written(two, "size")).containsExactly("size");
            assertThat(written(one, "color")).containsExactly("color");
        }
    }

    /** Every attribute of the tenant's, the named one made where it isn't there. */
    private List<String> written(TestTenant tenant, String attribute) throws Exception {
        return work.call(tenant, () -> {
            transaction.begin();
            store.sql(DECLARED).text(attribute).run();
            List<String> names = store.sql(ALL).all(row -> row.text("name"));
            transaction.commit();
            return names;
        });
    }

    private long again(TestTenant tenant) throws Exception {
        return work.call(tenant, () -> {
            transaction.begin();
            long used = store.sql(USED).one(row -> row.number("used")).orElseThrow();
            transaction.commit();
            return used;
        });
    }
}
