package io.steadfast.accrual;

import static org.assertj.core.api.Assertions.assertThat;

import io.steadfast.shared.MemberId;
import io.steadfast.shared.ProgramCode;
import io.steadfast.shared.TenantSlug;
import io.steadfast.support.BreaksBooks;
import io.steadfast.support.ContainerTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@BreaksBooks("says of an order that more stands than was booked")
class ReplayWatchIT extends ContainerTest {

    private static final String START = "2026-01-01T00:00:00Z";
    private static final String BOUGHT = "2026-03-14T10:00:00Z";

    @Inject
    Shop shop;

    @Inject
    ReplayWatch watch;

    @Test
    void what_no_longer_agrees_with_the_books_is_found_for_its_tenant_alone() {
        TenantSlug sound = open("anna");
        assertThat(watch.replay(sound)).isZero();
        TenantSlug broken = open("ben");
        shop.change("UPDATE purchase_order SET reference = 'another'");
        assertThat(watch.replay(broken)).isGreaterThan(0);
        assertThat(watch.replay(sound)).isZero();
    }

    private TenantSlug open(String name) {
        shop.open("2026-03-14T12:00:00Z");
        ProgramCode program = shop.publish("P1", START);
        MemberId member = shop.member(name, START, program);
        shop.put(member, Shop.order("1", BOUGHT, "GBP", Shop.line("A", 1, 4000)));
        return shop.slug();
    }
}
