package io.steadfast.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.steadfast.charities.SettlementService;
import io.steadfast.memberships.MembershipService;
import io.steadfast.memberships.core.MembershipState;
import io.steadfast.platform.persistence.TenantStore;
import io.steadfast.platform.security.Actor;
import io.steadfast.platform.security.CurrentActor;
import io.steadfast.platform.tenancy.CurrentTenant;
import io.steadfast.platform.time.TenantClock;
import io.steadfast.programs.ProgramTemplates;
import io.steadfast.programs.core.CharityCode;
import io.steadfast.programs.core.ProgramKind;
import io.steadfast.shared.TenantSlug;
import io.steadfast.support.ContainerTest;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** A sandbox's past in small: fewer people and months than the demo's, through the same services. */
class DemoHistoryIT extends ContainerTest {

    private static final Instant TODAY = Instant.parse("2026-07-01T12:00:00Z");
    private static final LocalDate LAST_DAY = LocalDate.of(2026, 6, 30);

    @Inject
    DemoSeed seed;

    @Inject
    DemoHistory history;

    @Inject
    CurrentTenant currentTenant;

    @Inject
    CurrentActor actor;

    @Inject
    MembershipService memberships;

    @Inject
    SettlementService settlements;

    @Inject
    TenantStore store;

    @Inject
    TenantClock clock;

    @Inject
    UserTransaction transaction;

    @Test
    void members_of_a_tiered_program_buy_climb_bring_back_and_redeem_until_the_day_before() throws Exception {
        DemoSandbox sandbox = small(DemoSandbox.all().get(1), 40, Period.ofMonths(7));
        live(sandbox);
        assertThat(in(sandbox, clock::now)).isEqualTo(sandbox.closing(LAST_DAY));
        assertThat(count(sandbox, "SELECT count(*) FROM member")).isEqualTo(40);
        assertThat(count(sandbox, "SELECT count(*) FROM purchase_order")).isGreaterThan(40);
        assertThat(count(sandbox, "SELECT count(DISTINCT occurred_at::date) FROM purchase_order"))
                .isGreaterThan(20);
        assertThat(count(sandbox, "SELECT count(*) FROM entry WHERE kind = 'REVERSAL'"))
                .isPositive();
        assertThat(count(sandbox, "SELECT count(*) FROM entry WHERE kind = 'REDEMPTION'"))
                .isPositive();
        assertThat(count(sandbox, "SELECT count(*) FROM redemption")).isPositive();
        assertThat(count(sandbox, "SELECT count(*) FROM tier_fact WHERE tier = 'VIB'"))
                .isPositive();
        assertThat(history.liveADay(sandbox)).as("it ends by itself").isFalse();
    }

    @Test
    void there_is_one_for_each_kind_of_program_with_five_hundred_members_and_eighteen_months() {
        assertThat(DemoSandbox.all())
                .extracting(one -> ProgramTemplates.find(one.brand().template())
                        .orElseThrow()
                        .basics()
                        .kind())
                .containsExactlyInAnyOrder(ProgramKind.values());
        assertThat(DemoSandbox.all()).allSatisfy(one -> {
            assertThat(one.shoppers()).isEqualTo(500);
            assertThat(one.past()).isEqualTo(Period.ofMonths(18));
            assertThat(one.phones()).hasSize(5);
        });
    }

    @Test
    void a_day_that_was_interrupted_and_is_lived_again_changes_nothing() throws Exception {
        DemoSandbox sandbox = small(DemoSandbox.all().get(0), 25, Period.ofDays(40));
        live(sandbox);
        Map<String, Long> before = figures(sandbox);
        assertThat(before.get("purchase_order")).isPositive();
        for (int ago = 3; ago >= 0; ago--) {
            history.liveAgain(sandbox, LAST_DAY.minusDays(ago));
        }
        assertThat(figures(sandbox)).isEqualTo(before);
    }

    @Test
    void fees_of_a_plan_are_paid_as_they_fall_due_and_some_members_leave() throws Exception {
        DemoSandbox sandbox = small(DemoSandbox.all().get(2), 40, Period.ofDays(120));
        live(sandbox);
        Map<MembershipState, Long> states = in(sandbox, () -> memberships.counts(Optional.empty()));
        assertThat(states.getOrDefault(MembershipState.ACTIVE, 0L)).isPositive();
        assertThat(states.getOrDefault(MembershipState.SUSPENDED, 0L)).isPositive();
    }

    @Test
    void charities_are_paid_once_a_month_and_acknowledge_it() throws Exception {
        DemoSandbox sandbox = small(DemoSandbox.all().get(3), 30, Period.ofDays(90));
        live(sandbox);
        assertThat(in(sandbox, () -> settlements.list(new CharityCode("safe-homes"), Optional.empty(), 10)))
                .isNotEmpty()
                .anyMatch(batch -> batch.receipt().isPresent());
    }

    private void live(DemoSandbox sandbox) throws Exception {
        actor.call(Actor.job("demo"), "local", () -> seed.make(sandbox, TODAY));
        boolean more = true;
        while (more) {
            more = history.liveADay(sandbox);
        }
    }

    private Map<String, Long> figures(DemoSandbox sandbox) {
        return Map.of(
                "member", count(sandbox, "SELECT count(*) FROM member"),
                "purchase_order", count(sandbox, "SELECT count(*) FROM purchase_order"),
                "activity", count(sandbox, "SELECT count(*) FROM activity"),
                "entry", count(sandbox, "SELECT count(*) FROM entry"),
                "receipt", count(sandbox, "SELECT count(*) FROM receipt"));
    }

    private long count(DemoSandbox sandbox, String sql) {
        return in(sandbox, () -> {
            transaction.begin();
            try {
                return store.sql(sql).one(row -> row.number("count")).orElseThrow();
            } finally {
                transaction.rollback();
            }
        });
    }

    /** A tenant of its own, so that nothing else is in it. */
    private static DemoSandbox small(DemoSandbox whole, int shoppers, Period past) {
        DemoBrand brand = whole.brand();
        return new DemoSandbox(
                new DemoBrand(
                        new TenantSlug("past-" + UUID.randomUUID().toString().substring(0, 8)),
                        brand.name(),
                        brand.zone(),
                        brand.currency(),
                        brand.locale(),
                        brand.template(),
                        brand.program(),
                        brand.store(),
                        List.of()),
                whole.seed(),
                whole.phones(),
                shoppers,
                past);
    }

    private <T> T in(DemoSandbox sandbox, Callable<T> work) {
        try {
            return currentTenant.call(sandbox.brand().slug(), () -> actor.call(Actor.job("test"), "local", work));
        } catch (RuntimeException failure) {
            throw failure;
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }
}
