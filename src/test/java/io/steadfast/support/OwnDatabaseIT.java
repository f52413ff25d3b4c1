package io.steadfast.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import org.junit.jupiter.api.Test;

/** A test inside the server that looks behind its back must find that server's own database in whatever lane it runs. */
class OwnDatabaseIT extends ContainerTest {

    @Test
    void a_test_inside_finds_its_tenants_where_their_server_has_them() throws Exception {
        TestTenant tenant = TestTenants.make();
        assertThat(Server.home()).hasToString(System.getProperty("steadfast.home"));
        try (Connection connection = TestDatabase.superuser();
                PreparedStatement schema =
                        connection.prepareStatement("SELECT count(*) FROM pg_namespace WHERE nspname = ?")) {
            schema.setString(1, "t_" + tenant.slug().replace('-', '_'));
            try (ResultSet found = schema.executeQuery()) {
                assertThat(found.next()).isTrue();
                assertThat(found.getInt(1)).isEqualTo(1);
            }
        }
    }
}
