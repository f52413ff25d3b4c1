package io.steadfast.platform.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.steadfast.shared.TenantSlug;
import org.junit.jupiter.api.Test;

class NamesTest {

    private static final TenantSlug LONGEST = new TenantSlug("a" + "b".repeat(30));

    @Test
    void a_schema_is_named_after_its_tenant() {
        assertThat(Names.schema(new TenantSlug("blue-bean"))).isEqualTo("t_blue_bean");
    }

    @Test
    void a_role_carries_the_database_unless_it_has_the_usual_name() {
        assertThat(Names.role("steadfast", "t_acme")).isEqualTo("t_acme_role");
        assertThat(Names.role("loyalty-two", "t_acme")).isEqualTo("loyalty_two_t_acme_role");
        assertThat(Names.owner("steadfast")).isEqualTo("steadfast_owner");
    }

    @Test
    void the_longest_name_fits_postgresql() {
        assertThat(Names.role("d".repeat(63), Names.schema(LONGEST))).hasSizeLessThanOrEqualTo(63);
    }

    @Test
    void a_name_that_could_end_its_quotes_is_refused() {
        assertThatThrownBy(() -> Names.quoted("t_a\"; DROP SCHEMA x; --")).isInstanceOf(IllegalArgumentException.class);
        assertThat(Names.quotedForeign("odd\"name")).isEqualTo("\"odd\"\"name\"");
    }
}
