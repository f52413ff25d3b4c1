package io.steadfast.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.steadfast.support.AtWork;
import io.steadfast.support.ContainerTest;
import io.steadfast.support.TestTenant;
import io.steadfast.support.TestTenants;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;

class TenantStoreIT extends ContainerTest {

    private static final String PREPARED =
            "SELECT count(*) AS prepared FROM pg_catalog.pg_prepared_statements WHERE statement LIKE '%repeated here%'";
    private static final String REPEATED = "SELECT name FROM attribute_definition /* repeated here */ WHERE name = ?";

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
        assertThat(used.getPrepareThreshold()).isZero();
    }
}
