package io.steadfast.accrual;

import static org.assertj.core.api.Assertions.assertThat;

import io.steadfast.ledger.DueService;
import io.steadfast.programs.core.ProgramDocument;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.ProgramCode;
import io.steadfast.support.ContainerTest;
import jakarta.inject.Inject;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A new version whose expiry also holds for the points that members have. */
class LotTransitionServiceIT extends ContainerTest {

    private static final String START = "2026-01-01T05:00:00Z";
    private static final String CHANGED = "2026-06-01T04:00:00Z";
    private static final String A_DAY_AHEAD = "2026-05-31T04:00:00Z";
    private static final String YEAR = "\"amount\":12,\"unit\":\"months\"";
    private static final String TWO_YEARS = "\"amount\":24,\"unit\":\"months\"";
    private static final String ALL = "\"lots\":\"all\"";

    @Inject
    Shop shop;

    @Inject
    LotTransitionService transitions;

    @Inject
    LotTransitionJob job;

    @Inject
    DueService due;

    private MemberId member;

    private void open(String template) {
        shop.open("2026-05-01T00:00:00Z");
        ProgramCode program = shop.publish(template, START);
        member = shop.member("anna", START, program);
    }

    private void earn(String reference, String at) {
        shop.at(at);
        shop.put(member, Shop.order(reference, at, "USD", Shop.line("A", 1, 10_00)));
    }

    private static ProgramDocument longer(String template) {
        return Shop.template(template, YEAR, TWO_YEARS, "\"lots\":\"new\"", ALL);
    }

    private void run() {
        shop.call(() -> {
            job.runDue(shop.now());
            return true;
        });
    }

    private String dates() {
        return shop.text("SELECT string_agg(to_char(expires_at AT TIME ZONE 'America/New_York', 'YYYY-MM-DD'), ' '"
                + " ORDER BY activity_at) FROM open_lot");
    }

    @Test
    void a_longer_expiry_reaches_the_points_a_member_has_a_day_before_it_begins() {
        open("CDNOW");
        earn("1", "2026-05-02T12:00:00Z");
        shop.publish(longer("CDNOW"), CHANGED);
        run();
        assertThat(dates()).isEqualTo("2027-05-03");
        shop.at(A_DAY_AHEAD);
        run();
        assertThat(dates()).isEqualTo("2028-05-03");
        assertThat(shop.call(() -> transitions.nextDue())).contains(Instant.parse(CHANGED));
    }

    @Test
    void points_given_on_the_last_day_before_it_begins_are_reached_then() {
        open("CDNOW");
        shop.publish(longer("CDNOW"), CHANGED);
        shop.at(A_DAY_AHEAD);
        run();
        earn("1", "2026-05-31T12:00:00Z");
        assertThat(dates()).isEqualTo("2027-06-01");
        shop.at(CHANGED);
        run();
        assertThat(dates()).isEqualTo("2028-06-01");
        assertThat(shop.call(() -> transitions.nextDue())).isEmpty();
        long entries = shop.number("SELECT count(*) FROM entry WHERE kind = 'REDATING'");
        run();
        assertThat(shop.number("SELECT count(*) FROM entry WHERE kind = 'REDATING'"))
                .isEqualTo(entries);
    }

    @Test
    void a_shorter_expiry_takes_no_day_away() {
        open("CDNOW");
        earn("1", "2026-05-02T12:00:00Z");
        shop.publish(
                Shop.template("CDNOW", YEAR, "\"amount\":6,\"unit\":\"months\"", "\"lots\":\"new\"", ALL), CHANGED);
        shop.at(CHANGED);
        run();
        assertThat(dates()).isEqualTo("2027-05-03");
    }

    @Test
    void a_longer_inactivity_moves_the_accounts_deadline() {
        open("P2");
        earn("1", "2026-05-02T12:00:00Z");
        shop.publish(longer("P2"), CHANGED);
        shop.at(CHANGED);
        run();
        assertThat(shop.text("SELECT to_char(inactivity_deadline AT TIME ZONE 'America/New_York', 'YYYY-MM-DD')"
                        + " FROM account"))
                .isEqualTo("2028-05-03");
        shop.at("2027-06-01T00:00:00Z");
        assertThat(shop.call(() -> due.bookDueLots(shop.now()))).isFalse();
        assertThat(shop.spendable(member)).isEqualTo(10);
    }

    private static final String NOTICE =
            "\"notice\":{\"days\":30,\"channel\":\"reported\"},\"consumption\":\"earliest_expiry\"";
    private static final String NO_NOTICE = "\"consumption\":\"earliest_expiry\"";

    private String deadlines() {
        return shop.text("SELECT concat_ws(' ', coalesce(to_char(a.inactivity_deadline AT TIME ZONE 'America/New_York',"
                + " 'YYYY-MM-DD'), 'none'), to_char(p.planned_at AT TIME ZONE 'America/New_York', 'YYYY-MM-DD'))"
                + " FROM account a LEFT JOIN account_promise p ON p.member_id = a.member_id AND p.wallet = a.wallet");
    }

    private void openWithNotice() {
        shop.open("2026-05-01T00:00:00Z");
        ProgramCode program = shop.publish(Shop.template("P2", NO_NOTICE, NOTICE), START);
        member = shop.member("anna", START, program);
        earn("1", "2026-05-02T12:00:00Z");
        assertThat(deadlines()).isEqualTo("none 2027-05-03");
    }

    @Test
    void a_longer_inactivity_moves_a_deadline_that_waits_for_its_notice_and_it_still_waits() {
        openWithNotice();
        shop.publish(Shop.template("P2", NO_NOTICE, NOTICE, YEAR, TWO_YEARS, "\"lots\":\"new\"", ALL), CHANGED);
        shop.at(A_DAY_AHEAD);
        run();
        assertThat(deadlines()).isEqualTo("none 2028-05-03");
        shop.at("2028-06-01T00:00:00Z");
        assertThat(shop.call(() -> due.bookDueLots(shop.now())))
                .as("nobody was told")
                .isFalse();
        assertThat(shop.spendable(member)).isEqualTo(10);
    }

    @Test
    void a_shorter_inactivity_takes_no_day_from_a_deadline_that_waits() {
        openWithNotice();
        shop.publish(
                Shop.template(
                        "P2", NO_NOTICE, NOTICE, YEAR, "\"amount\":6,\"unit\":\"months\"", "\"lots\":\"new\"", ALL),
                CHANGED);
        shop.at(CHANGED);
        run();
        assertThat(deadlines()).isEqualTo("none 2027-05-03");
    }

    @Test
    void where_a_notice_is_new_a_deadline_that_stands_keeps_standing() {
        open("P2");
        earn("1", "2026-05-02T12:00:00Z");
        shop.publish(Shop.template("P2", NO_NOTICE, NOTICE, YEAR, TWO_YEARS, "\"lots\":\"new\"", ALL), CHANGED);
        shop.at(CHANGED);
        run();
        assertThat(deadlines()).isEqualTo("2028-05-03");
    }

    @Test
    void a_deadline_that_passes_before_the_version_begins_passes_by_the_old_one() {
        open("P2");
        earn("1", "2026-05-02T12:00:00Z");
        assertThat(deadlines()).isEqualTo("2027-05-03");
        shop.at("2027-05-02T21:00:00Z");
        shop.publish(longer("P2"), "2027-05-03T20:00:00Z");
        run();
        assertThat(deadlines()).isEqualTo("2027-05-03");
    }

    @Test
    void a_version_for_new_points_only_moves_nothing() {
        open("CDNOW");
        earn("1", "2026-05-02T12:00:00Z");
        shop.publish(Shop.template("CDNOW", YEAR, TWO_YEARS), CHANGED);
        shop.at(CHANGED);
        run();
        assertThat(dates()).isEqualTo("2027-05-03");
    }
}
