package io.steadfast.platform.faces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.steadfast.platform.refusals.Refusal;
import io.steadfast.platform.security.Role;
import io.steadfast.platform.security.SecurityRefusal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What anybody may write into a page's form. */
class GivenTest {

    private static final Duration AT_ONCE = Duration.ofSeconds(5);

    @Test
    void an_amount_is_read_with_a_point_or_a_comma_in_smallest_units() {
        assertThat(smallest("12")).isEqualTo(1200);
        assertThat(smallest("12.5")).isEqualTo(1250);
        assertThat(smallest("-12,50")).isEqualTo(-1250);
        assertThat(smallest("１２")).isEqualTo(1200);
        assertThat(Given.smallest("7", 0, SecurityRefusal.ROLE_NEEDED)).isEqualTo(7);
    }

    @Test
    void what_is_no_amount_is_refused_at_once_however_many_digits_it_stands_for() {
        for (String typed :
                List.of("", "x", "1e50000000", "-1E99999999", "1.234", "1,000.00", "9".repeat(4000), "+5")) {
            assertTimeoutPreemptively(
                    AT_ONCE,
                    () -> assertThatThrownBy(() -> smallest(typed)).as(typed).isInstanceOf(Refusal.class));
        }
    }

    @Test
    void what_names_nothing_is_refused_like_an_unknown_name() {
        for (String typed : new String[] {null, "", "BOSS", "a\u0000b"}) {
            assertThatThrownBy(() -> Given.code(typed, Role::valueOf, SecurityRefusal.ROLE_NEEDED))
                    .isInstanceOf(Refusal.class);
            assertThatThrownBy(() -> Given.id(typed, SecurityRefusal.PERSON_UNKNOWN))
                    .isInstanceOf(Refusal.class);
        }
    }

    private static long smallest(String typed) {
        return Given.smallest(typed, 2, SecurityRefusal.ROLE_NEEDED);
    }
}
