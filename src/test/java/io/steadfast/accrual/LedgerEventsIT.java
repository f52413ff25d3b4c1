package io.steadfast.accrual;

import static org.assertj.core.api.Assertions.assertThat;

import io.steadfast.ledger.AdjustmentService;
import io.steadfast.ledger.DueService;
import io.steadfast.ledger.HoldService;
import io.steadfast.ledger.OpeningBalanceService;
import io.steadfast.ledger.WalletChoice;
import io.steadfast.members.ArrivalService;
import io.steadfast.members.core.Arrival;
import io.steadfast.members.core.IdentityKind;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.ProgramCode;
import io.steadfast.support.ContainerTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Whatever moves points is told with the program and the version in force, and the wallet. */
class LedgerEventsIT extends ContainerTest {

    private static final String START = "2026-01-01T05:00:00Z";
    private static final String BOUGHT = "2026-03-14T15:00:00Z";

    @Inject
    Shop shop;

    @Inject
    AdjustmentService adjustments;

    @Inject
    HoldService holds;

    @Inject
    WalletChoice wallets;

    @Inject
    DueService due;

    @Inject
    ArrivalService arrivals;

    @Inject
    OpeningBalanceService balances;

    @Test
    void every_event_of_points_names_program_version_and_wallet() {
        shop.open(BOUGHT);
        ProgramCode program = shop.publish("CDNOW", START);
        MemberId member = shop.member("anna", START, program);
        shop.put(member, Shop.order("1", BOUGHT, "USD", Shop.line("A", 1, 40_00)));
        shop.call(() -> adjustments.adjust(new AdjustmentService.Adjustment(
                member,
                Optional.empty(),
                AdjustmentService.Kind.GOODWILL,
                5,
                "LATE_PARCEL",
                "Called us.",
                Optional.empty())));
        shop.call(() -> holds.hold(new HoldService.HoldWish(
                "h1",
                member,
                wallets.one(member, Optional.empty()),
                10,
                Duration.ofMinutes(10),
                Optional.empty(),
                Optional.empty())));
        shop.call(() -> holds.commit("h1", 10, Optional.empty()));
        shop.at("2027-06-01T00:00:00Z");
        assertThat(shop.call(() -> due.bookDueLots(shop.now()))).isTrue();
        assertThat(
                        shop.text(
                                "SELECT string_agg(DISTINCT type, ' ' ORDER BY type) FROM outbox_event WHERE type LIKE 'points.%'"))
                .isEqualTo("points.accrued points.adjusted points.expired points.redeemed");
        assertThat(shop.number("SELECT count(*) FROM outbox_event WHERE type LIKE 'points.%'"
                        + " AND (payload ->> 'program' IS DISTINCT FROM '" + program
                        + "' OR payload ->> 'version' IS DISTINCT FROM '1')"))
                .isZero();
    }

    @Test
    void what_an_import_takes_over_is_told_with_program_and_version_too() {
        shop.open(BOUGHT);
        ProgramCode program = shop.publish("CDNOW", START);
        MemberId member = shop.member("anna", START, program);
        assertThat(shop.call(() -> arrivals.arrive(
                        List.of(new Arrival(IdentityKind.EXTERNAL_ID, "ben", Instant.parse(START))),
                        program,
                        "import")))
                .isEqualTo(1);
        shop.call(() -> balances.open(new OpeningBalanceService.Opening(
                member,
                Optional.empty(),
                500,
                Instant.parse(START),
                Optional.of(Instant.parse("2026-11-01T00:00:00Z")),
                "import",
                "1")));
        assertThat(
                        shop.text(
                                "SELECT string_agg(type || ' ' || (payload ->> 'program') || ' ' || (payload ->> 'version'),"
                                        + " ', ' ORDER BY seq) FROM outbox_event WHERE type IN ('member.enrolled', 'points.adjusted')"))
                .isEqualTo("member.enrolled %1$s 1, member.enrolled %1$s 1, points.adjusted %1$s 1".formatted(program));
    }
}
