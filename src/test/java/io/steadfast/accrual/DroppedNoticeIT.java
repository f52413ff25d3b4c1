package io.steadfast.accrual;

import static org.assertj.core.api.Assertions.assertThat;

import io.steadfast.ledger.Invariants;
import io.steadfast.ledger.NoticeService;
import io.steadfast.programs.core.ProgramDocument;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.ProgramCode;
import io.steadfast.support.ContainerTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A new version whose expiry holds for the points that members have, some of which wait for the notice of the one before. */
class DroppedNoticeIT extends ContainerTest {

    private static final String START = "2026-01-01T05:00:00Z";
    private static final String CHANGED = "2026-06-01T04:00:00Z";
    private static final String PLAIN = "\"consumption\":\"earliest_expiry\"";
    private static final String NOTICE = "\"notice\":{\"days\":30,\"channel\":\"reported\"}," + PLAIN;
    private static final String YEAR = "\"amount\":12,\"unit\":\"months\"";
    private static final String TWO_YEARS = "\"amount\":24,\"unit\":\"months\"";
    private static final String TWELVE_MONTHS =
            "{\"kind\":\"after_duration\",\"amount\":12,\"unit\":\"months\",\"start\":\"activity\"}";
    private static final String ALL = "\"lots\":\"all\"";

    @Inject
    Shop shop;

    @Inject
    LotTransitionService transitions;

    @Inject
    LotTransitionJob job;

    @Inject
    NoticeService notices;

    @Inject
    Invariants invariants;

    private MemberId member;

    private void open() {
        shop.open("2026-05-02T12:00:00Z");
        ProgramCode program = shop.publish(Shop.template("CDNOW", PLAIN, NOTICE), START);
        member = shop.member("anna", START, program);
        shop.put(member, Shop.order("1", "2026-05-02T12:00:00Z", "USD", Shop.line("A", 1, 10_00)));
        assertThat(dates()).isEqualTo("never 2027-05-03");
    }

    private void change(ProgramDocument document) {
        shop.publish(document, CHANGED);
        shop.at(CHANGED);
        shop.call(() -> {
            job.runDue(shop.now());
            return true;
        });
    }

    /** Of the one lot: in the books, and planned. */
    private String dates() {
        return shop.text("SELECT concat_ws(' ', coalesce(to_char(nullif(o.expires_at, 'infinity')"
                + " AT TIME ZONE 'America/New_York', 'YYYY-MM-DD'), 'never'),"
                + " to_char(p.planned_at AT TIME ZONE 'America/New_York', 'YYYY-MM-DD'))"
                + " FROM open_lot o LEFT JOIN lot_promise p ON p.lot_id = o.lot_id");
    }

    @Test
    void a_longer_expiry_without_a_notice_moves_the_plan_of_what_nobody_was_told_of() {
        open();
        change(Shop.template("CDNOW", YEAR, TWO_YEARS, "\"lots\":\"new\"", ALL));
        assertThat(dates()).isEqualTo("never 2028-05-03");
        assertThat(shop.call(() -> transitions.nextDue())).isEmpty();
        assertThat(shop.call(() -> invariants.violations())).isEmpty();
    }

    @Test
    void what_was_told_is_moved_in_the_books() {
        open();
        told();
        assertThat(dates()).isEqualTo("2027-05-03 2027-05-03");
        change(Shop.template("CDNOW", YEAR, TWO_YEARS, "\"lots\":\"new\"", ALL));
        assertThat(dates()).isEqualTo("2028-05-03 2027-05-03");
    }

    @Test
    void a_lot_that_was_told_and_never_lapses_any_more_has_no_plan_left() {
        open();
        told();
        change(Shop.template("CDNOW", TWELVE_MONTHS, "{\"kind\":\"never\"}", "\"lots\":\"new\"", ALL));
        assertThat(dates()).isEqualTo("never");
        assertThat(shop.call(() -> notices.nextDue())).isEmpty();
    }

    private void told() {
        NoticeService.Told word =
                new NoticeService.Told(member, Optional.empty(), LocalDate.parse("2027-05-02"), shop.now());
        assertThat(shop.call(() -> notices.report(word)).dated()).hasSize(1);
    }
}
