package io.steadfast.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.steadfast.platform.security.Actor;
import io.steadfast.platform.security.Role;
import io.steadfast.platform.time.RealClock;
import io.steadfast.support.ContainerTest;
import io.steadfast.support.InTenant;
import io.steadfast.support.TestTenant;
import io.steadfast.support.TestTenants;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** What is left of a gift and of a day, for each role and each person. */
class GoodwillAllowanceIT extends ContainerTest {

    @Inject
    private GoodwillAllowance allowance;

    @Inject
    private InTenant inTenant;

    @Inject
    private RealClock clock;

    @Inject
    private UserTransaction transaction;

    private final TestTenant tenant = TestTenants.make();

    @Test
    void a_day_is_used_up_gift_by_gift_and_a_gift_taken_back_leaves_room() throws Exception {
        Actor staff = person(Role.STORE_STAFF);
        for (int gift = 0; gift < 5; gift++) {
            assertThat(in(() -> allowance.draw(staff, 100))).isTrue();
        }
        assertThat(in(() -> allowance.left(staff))).contains(new GoodwillAllowance.Left(100, 0));
        assertThat(in(() -> allowance.draw(staff, 1))).isFalse();
        in(() -> {
            allowance.giveBack(staff.id(), clock.now(), 60);
            return true;
        });
        assertThat(in(() -> allowance.draw(staff, 61))).isFalse();
        assertThat(in(() -> allowance.draw(staff, 60))).isTrue();
    }

    @Test
    void nobody_uses_up_what_somebody_else_may_give_and_owners_have_no_limit() throws Exception {
        assertThat(in(() -> allowance.draw(person(Role.STORE_STAFF), 100))).isTrue();
        assertThat(in(() -> allowance.left(person(Role.STORE_STAFF)))).contains(new GoodwillAllowance.Left(100, 500));
        assertThat(in(() -> allowance.left(person(Role.STORE_MANAGER))))
                .contains(new GoodwillAllowance.Left(1000, 5000));
        assertThat(in(() -> allowance.left(person(Role.OWNER)))).isEmpty();
        assertThat(in(() -> allowance.draw(person(Role.OWNER), 1_000_000))).isTrue();
    }

    private static Actor person(Role role) {
        return new Actor(
                Actor.Kind.PERSON, UUID.randomUUID().toString(), "Pat", role.permissions(), Set.of(), Set.of("LDN1"));
    }

    private <T> T in(Callable<T> work) throws Exception {
        return inTenant.call(tenant, () -> {
            transaction.begin();
            try {
                return work.call();
            } finally {
                transaction.commit();
            }
        });
    }
}
