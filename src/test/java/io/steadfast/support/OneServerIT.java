package io.steadfast.support;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

class OneServerIT extends ContainerTest {

    @Inject
    BeanManager beans;

    @Test
    void a_test_inside_the_server_is_injected() {
        assertThat(beans.getBeans(BeanManager.class)).isNotEmpty();
    }

    @Test
    void a_test_inside_the_server_knows_the_servers_address() {
        assertThat(Server.url()).startsWith("http://127.0.0.1:");
    }

    @Test
    void a_test_inside_the_server_makes_its_tenants_as_one_outside_does() {
        assertThat(TestTenants.make().api().get("/programs").expect(200).status())
                .isEqualTo(200);
    }
}
