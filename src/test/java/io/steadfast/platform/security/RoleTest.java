package io.steadfast.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;

class RoleTest {

    @Test
    void the_owner_may_do_everything() {
        assertThat(Role.OWNER.permissions()).containsExactlyInAnyOrder(Permission.values());
    }

    @Test
    void nobody_but_the_owner_gives_roles_and_keys() {
        EnumSet.complementOf(EnumSet.of(Role.OWNER))
                .forEach(role ->
                        assertThat(role.permissions()).doesNotContain(Permission.PEOPLE_EDIT, Permission.KEYS_EDIT));
    }

    @Test
    void who_requests_an_extension_doesnt_approve_it() {
        EnumSet.complementOf(EnumSet.of(Role.OWNER))
                .forEach(role -> assertThat(role.permissions()
                                .containsAll(EnumSet.of(Permission.EXTENSIONS_REQUEST, Permission.EXTENSIONS_APPROVE)))
                        .isFalse());
    }

    @Test
    void an_analyst_changes_nothing() {
        assertThat(Role.ANALYST.permissions())
                .containsExactlyInAnyOrder(Permission.PROGRAMS_VIEW, Permission.REPORTS_VIEW, Permission.EXPORTS_RUN);
    }

    @Test
    void every_scope_is_found_by_the_code_callers_write() {
        assertThat(Arrays.stream(Scope.values())
                        .map(scope -> Scope.ofCode(scope.code()).orElseThrow()))
                .containsExactly(Scope.values());
        assertThat(Scope.MEMBERS_READ.code()).isEqualTo("members:read");
        assertThat(Scope.ofCode("members:everything")).isEmpty();
    }
}
