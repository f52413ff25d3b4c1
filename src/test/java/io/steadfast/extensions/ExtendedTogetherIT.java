package io.steadfast.extensions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.steadfast.accrual.Shop;
import io.steadfast.extensions.core.Extension;
import io.steadfast.extensions.core.ExtensionWish;
import io.steadfast.ledger.Invariants;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.platform.security.Actor;
import io.steadfast.platform.security.CurrentActor;
import io.steadfast.programs.core.TierSetCode;
import io.steadfast.programs.core.TierSetRef;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.Money;
import io.steadfast.shared.ProgramCode;
import io.steadfast.support.ContainerTest;
import io.steadfast.tiers.TierService;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** P6 of lots and tiers at once: no date moves earlier, and what was previewed is what came of it, in money too. */
class ExtendedTogetherIT extends ContainerTest {

    private static final String SINCE = "2026-01-01T05:00:00Z";
    private static final String LAST_DAYS =
            "SELECT string_agg(to_char(expires_at AT TIME ZONE 'America/New_York' - interval '1 day', 'YYYY-MM-DD'), ' '"
                    + " ORDER BY expires_at, lot_id) FROM open_lot";

    @Inject
    Shop shop;

    @Inject
    ExtensionService extensions;

    @Inject
    ExtensionRunService runs;

    @Inject
    TierService tiers;

    @Inject
    Invariants invariants;

    @Inject
    CurrentActor currentActor;

    /** Three lots, of 400, 100 and 50 points, that last to 10 March, 10 May and 12 June 2027; one of the members is VIB. */
    private ProgramCode opened() {
        shop.open("2026-06-15T12:00:00Z");
        ProgramCode program = shop.publish("CDNOW", SINCE);
        buys(program, "vib", "2026-03-10T12:00:00Z", 400_00);
        buys(program, "base", "2026-05-10T12:00:00Z", 100_00);
        buys(program, "late", "2026-06-12T12:00:00Z", 50_00);
        assertThat(shop.text(LAST_DAYS)).isEqualTo("2027-03-10 2027-05-10 2027-06-12");
        return program;
    }

    @Test
    void lots_and_tiers_are_held_twelve_months_longer_by_one_wish() {
        ProgramCode program = opened();
        Extension asked = request(program, new ExtensionWish.Term(Optional.empty(), Optional.of(12)));
        assertThat(asked.figures().lots()).isEqualTo(3);
        assertThat(asked.figures().points()).isEqualTo(550);
        assertThat(asked.figures().tiers()).isEqualTo(1);
        assertThat(asked.figures().members()).isEqualTo(3);
        assertThat(asked.liability())
                .as("550 points of 2 cents, of which 80 percent are used")
                .contains(Money.of(8_80, "USD"));
        Extension done = done(asked.id());
        assertThat(done.figures().extended()).isEqualTo(4);
        assertThat(done.figures().passedOver()).isZero();
        assertThat(done.liability()).isEqualTo(asked.liability());
        assertThat(
                        shop.number(
                                "SELECT (sum(active_points) * 2 * 80 / 100)::bigint FROM open_lot JOIN lot_change USING (lot_id)"))
                .as("what was really held longer comes to what was previewed")
                .isEqualTo(8_80);
        assertThat(shop.text(LAST_DAYS)).isEqualTo("2028-03-10 2028-05-10 2028-06-12");
        assertThat(tier(program, "vib", "2028-12-31T12:00:00Z")).isEqualTo("VIB");
        assertThat(tier(program, "vib", "2029-01-01T12:00:00Z")).isEqualTo("INSIDER");
        done(asked.id());
        assertThat(shop.text(LAST_DAYS)).isEqualTo("2028-03-10 2028-05-10 2028-06-12");
        assertThat(shop.call(() -> invariants.violations())).isEmpty();
    }

    @Test
    void what_ends_later_than_the_day_that_was_named_keeps_its_day() {
        ProgramCode program = opened();
        Extension asked =
                request(program, new ExtensionWish.Term(Optional.of(LocalDate.of(2027, 5, 31)), Optional.empty()));
        assertThat(asked.figures().lots()).isEqualTo(2);
        assertThat(asked.figures().points()).isEqualTo(500);
        assertThat(asked.figures().tiers()).as("to the end of 2027 already").isZero();
        assertThat(done(asked.id()).figures().extended()).isEqualTo(2);
        assertThat(shop.text(LAST_DAYS)).isEqualTo("2027-05-31 2027-05-31 2027-06-12");
        assertThat(tier(program, "vib", "2027-12-31T12:00:00Z")).isEqualTo("VIB");
        assertThat(shop.call(() -> invariants.violations())).isEmpty();
    }

    @Test
    void an_approved_one_is_taken_back_without_a_trace_in_the_books() {
        ProgramCode program = opened();
        UUID id = request(program, new ExtensionWish.Term(Optional.empty(), Optional.of(12)))
                .id();
        assertThatThrownBy(() -> shop.call(() -> extensions.approve(id)))
                .as("a job is nobody")
                .extracting(refused -> ((Refusal) refused).reason().name())
                .isEqualTo("EXTENSION_NEEDS_A_PERSON");
        approve(id);
        assertThat(shop.call(() -> extensions.undo(id)).state()).isEqualTo(Extension.State.UNDONE);
        assertThatThrownBy(() -> shop.call(() -> extensions.begin(id)))
                .isInstanceOf(Refusal.class)
                .extracting(refused -> ((Refusal) refused).reason().name())
                .isEqualTo("EXTENSION_OVER");
        assertThat(shop.text(LAST_DAYS)).isEqualTo("2027-03-10 2027-05-10 2027-06-12");
        assertThat(shop.number("SELECT (SELECT count(*) FROM lot_change) + (SELECT count(*) FROM manual_tier)"))
                .isZero();
    }

    private void buys(ProgramCode program, String name, String at, long amount) {
        shop.put(shop.member(name, SINCE, program), Shop.order(name, at, "USD", Shop.line("1", 1, amount)));
    }

    private Extension request(ProgramCode program, ExtensionWish.Term term) {
        ExtensionWish.Selection all = new ExtensionWish.Selection(
                program,
                ExtensionWish.What.BOTH,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                List.of());
        return shop.call(() -> extensions.request(new ExtensionWish(all, term, "Stores were closed")));
    }

    private void approve(UUID id) {
        Actor actor = new Actor(Actor.Kind.PERSON, "finance", "finance", Set.of(), Set.of(), Set.of());
        Callable<Extension> approval = () -> extensions.approve(id);
        shop.call(() -> currentActor.call(actor, "local", approval));
    }

    private Extension done(UUID id) {
        if (shop.call(() -> extensions.find(id)).state() == Extension.State.REQUESTED) {
            approve(id);
        }
        shop.call(() -> extensions.begin(id));
        Extension now = shop.call(() -> runs.runSome(id));
        while (now.state() == Extension.State.RUNNING) {
            now = shop.call(() -> runs.runSome(id));
        }
        return now;
    }

    private String tier(ProgramCode program, String name, String at) {
        MemberId member = new MemberId(
                UUID.fromString(shop.text("SELECT member_id::text FROM member_identity WHERE value = '" + name + "'")));
        return shop.call(() -> tiers.tiersAt(member, Instant.parse(at)))
                .get(new TierSetRef(program, new TierSetCode("STATUS")))
                .value();
    }
}
