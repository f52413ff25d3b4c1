package io.steadfast.boundaries;

import static org.assertj.core.api.Assertions.assertThat;

import io.steadfast.accrual.Shop;
import io.steadfast.accrual.core.Receipt;
import io.steadfast.ledger.Invariants;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.ProgramCode;
import io.steadfast.support.ContainerTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The same instants in zones on both sides of the date line, and on days of 23 and 25 hours: days, caps, validity, years and
 * expiry follow the program's zone and nothing else, the tenant's (Europe/London) least of all.
 */
class ZoneBoundariesIT extends ContainerTest {

    private static final String START = "2025-01-01T12:00:00Z";

    /** UTC+14: the first to see a day. */
    private static final String FIRST = "Pacific/Kiritimati";

    /** UTC-11: the last to see it. */
    private static final String LAST = "Pacific/Pago_Pago";

    @Inject
    Shop shop;

    @Inject
    Invariants invariants;

    private MemberId shares(String zone, String now) {
        shop.open(now);
        ProgramCode p1 = shop.publish(Shop.template("P1", "Europe/London", zone), START);
        return shop.member("m", START, p1);
    }

    private List<Long> sharesAt(MemberId member, String... instants) {
        return Stream.of(instants)
                .map(at ->
                        Shop.granted(shop.does(member, "social_share", at, at).receipt()))
                .toList();
    }

    @Test
    void a_day_of_a_cap_ends_at_the_programs_midnight_on_both_sides_of_the_date_line() {
        String[] instants = {
            "2026-03-10T09:59:59Z", "2026-03-10T10:00:00Z", "2026-03-10T10:59:59Z", "2026-03-10T11:00:00Z"
        };
        assertThat(sharesAt(shares(FIRST, "2026-04-01T00:00:00Z"), instants))
                .as("midnight at 10:00 UTC")
                .containsExactly(20L, 20L, 0L, 0L);
        assertThat(sharesAt(shares(LAST, "2026-04-01T00:00:00Z"), instants))
                .as("midnight at 11:00 UTC")
                .containsExactly(20L, 0L, 0L, 20L);
    }

    @Test
    void a_day_of_23_hours_and_one_of_25_are_a_day_each() {
        MemberId spring = shares("America/New_York", "2026-12-01T00:00:00Z");
        assertThat(sharesAt(
                        spring,
                        "2026-03-08T04:59:59Z",
                        "2026-03-08T05:00:00Z",
                        "2026-03-09T03:59:59Z",
                        "2026-03-09T04:00:00Z"))
                .as("8 March has 23 hours, from 05:00 to 04:00 UTC")
                .containsExactly(20L, 20L, 0L, 20L);
        assertThat(sharesAt(
                        spring,
                        "2026-11-01T03:59:59Z",
                        "2026-11-01T04:00:00Z",
                        "2026-11-01T05:30:00Z",
                        "2026-11-01T06:30:00Z",
                        "2026-11-02T04:59:59Z",
                        "2026-11-02T05:00:00Z"))
                .as("1 November has 25, from 04:00 to 05:00 UTC, and 01:30 twice")
                .containsExactly(20L, 20L, 0L, 0L, 0L, 20L);
    }

    @Test
    void a_year_of_spend_ends_at_the_programs_new_year() {
        assertThat(List.of(tierOf(FIRST, "2026-12-31T09:59:59Z"), tierOf(FIRST, "2026-12-31T10:00:00Z")))
                .as("31 December's last second counts with January, the next year's first doesn't")
                .containsExactly("VIB", "INSIDER");
        assertThat(List.of(tierOf(LAST, "2027-01-01T10:59:59Z"), tierOf(LAST, "2027-01-01T11:00:00Z")))
                .containsExactly("VIB", "INSIDER");
    }

    /** The tier after 200.00 in January 2026 and 150.00 at an instant. */
    private String tierOf(String zone, String second) {
        shop.open("2027-02-01T00:00:00Z");
        ProgramCode p2 = shop.publish(Shop.template("P2", "America/Los_Angeles", zone), START);
        MemberId member = shop.member("m", START, p2);
        shop.put(member, Shop.order("1", "2026-01-15T12:00:00Z", "USD", Shop.line("A", 1, 200_00)));
        Receipt receipt = shop.put(member, Shop.order("2", second, "USD", Shop.line("A", 1, 150_00)))
                .receipt();
        return receipt.programs().get(0).tiers().get(0).after().value();
    }

    @Test
    void points_lapse_at_the_end_of_the_programs_day() {
        assertThat(expiry(FIRST, "2026-03-10T09:59:59Z")).isEqualTo("2026-06-10T10:00:00Z");
        assertThat(expiry(FIRST, "2026-03-10T10:00:00Z")).isEqualTo("2026-06-11T10:00:00Z");
        assertThat(expiry(LAST, "2026-03-10T10:59:59Z")).isEqualTo("2026-06-10T11:00:00Z");
        assertThat(expiry(LAST, "2026-03-10T11:00:00Z")).isEqualTo("2026-06-11T11:00:00Z");
    }

    @Test
    void points_lapse_at_midnight_where_clocks_change_in_between_or_at_midnight_itself() {
        assertThat(expiry("America/New_York", "2026-12-08T17:00:00Z"))
                .as("winter to summer: 8 March 2027 is summer time's first day but one")
                .isEqualTo("2027-03-09T05:00:00Z");
        assertThat(expiry("America/New_York", "2026-12-14T17:00:00Z")).isEqualTo("2027-03-15T04:00:00Z");
        assertThat(expiry("Africa/Cairo", "2026-01-23T12:00:00Z"))
                .as("24 April 2026 begins at 01:00: midnight is left out")
                .isEqualTo("2026-04-23T22:00:00Z");
    }

    /** When points of an order at an instant lapse that are valid for three months. */
    private String expiry(String zone, String at) {
        shop.open("2027-03-01T00:00:00Z");
        ProgramCode cdnow = shop.publish(
                Shop.template(
                        "CDNOW",
                        "America/New_York",
                        zone,
                        "\"amount\":12,\"unit\":\"months\"",
                        "\"amount\":3,\"unit\":\"months\""),
                START);
        MemberId member = shop.member("m", START, cdnow);
        Receipt receipt = shop.put(member, Shop.order("1", at, "USD", Shop.line("A", 1, 10_00)))
                .receipt();
        Instant expiry = receipt.programs().get(0).granted().get(0).expiresAt().orElseThrow();
        assertThat(shop.call(() -> invariants.violations())).isEmpty();
        return expiry.toString();
    }

    @Test
    void a_rule_of_certain_days_begins_and_ends_at_the_programs_midnight() {
        assertThat(grantedIn(
                        FIRST,
                        "2026-03-09T09:59:59Z",
                        "2026-03-09T10:00:00Z",
                        "2026-03-11T09:59:59Z",
                        "2026-03-11T10:00:00Z"))
                .containsExactly(0L, 10L, 10L, 0L);
        assertThat(grantedIn(
                        LAST,
                        "2026-03-10T10:59:59Z",
                        "2026-03-10T11:00:00Z",
                        "2026-03-12T10:59:59Z",
                        "2026-03-12T11:00:00Z"))
                .containsExactly(0L, 10L, 10L, 0L);
    }

    /** What orders earn by a rule that holds on 10 and 11 March 2026. */
    private List<Long> grantedIn(String zone, String... instants) {
        shop.open("2026-04-01T00:00:00Z");
        ProgramCode cdnow = shop.publish(
                Shop.template(
                        "CDNOW",
                        "America/New_York",
                        zone,
                        "\"trigger\":{\"kind\":\"on_order\"}",
                        "\"trigger\":{\"kind\":\"on_order\"},\"validity\":{\"from\":\"2026-03-10\",\"through\":\"2026-03-11\"}"),
                START);
        MemberId member = shop.member("m", START, cdnow);
        return Stream.of(instants)
                .map(at -> Shop.granted(shop.put(member, Shop.order(at, at, "USD", Shop.line("A", 1, 10_00)))
                        .receipt()))
                .toList();
    }
}
