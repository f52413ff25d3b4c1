package io.steadfast.tiers.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.steadfast.programs.core.TierSet;
import io.steadfast.programs.core.TierSet.Downgrade;
import io.steadfast.programs.core.TierSet.Period;
import io.steadfast.programs.core.TierSet.TierValidity;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who will fall at the end of a term, and when that is told ahead. */
class TierOutlookTest {

    private static final ZoneId ZONE = ZoneId.of("America/New_York");
    private static final Instant JOINED = at("2026-01-05T09:00");

    /** VIB takes 350.00 and Rouge 1,000.00 a calendar year, and lasts the rest of it and the whole next one. */
    private static final TierSet SET = Ladders.beautyInsider();

    @Test
    void a_tier_that_nothing_keeps_is_told_thirty_days_before_its_end() {
        TierMachine machine = walked(SET, order("2026-03-10T12:00", 400_00));
        assertThat(TierOutlook.noticeAt(machine.state().held())).contains(at("2027-12-02T00:00"));
        machine.advanceTo(at("2027-12-02T00:00"));
        assertThat(TierOutlook.of(machine))
                .contains(new TierLoss(1, 0, at("2028-01-01T00:00"), at("2028-01-01T00:00")));
    }

    @Test
    void what_renews_a_tier_moves_the_notice_to_its_new_end() {
        TierMachine machine = walked(SET, order("2026-03-10T12:00", 400_00), order("2027-06-10T12:00", 360_00));
        assertThat(TierOutlook.noticeAt(machine.state().held())).contains(at("2028-12-02T00:00"));
    }

    @Test
    void a_tier_that_the_review_will_keep_by_what_counted_is_no_loss() {
        TierSet ladder = Ladders.with(Period.Kind.CALENDAR_YEAR, TierValidity.Kind.TO_END_OF_PERIOD, Downgrade.FULL);
        MetricChange order = order("2026-03-10T12:00", 750_00);
        assertThat(TierOutlook.of(walked(Ladders.carrying(ladder, 400_00), order)))
                .as("400.00 come over")
                .isEmpty();
        assertThat(TierOutlook.of(walked(ladder, order))).isPresent();
    }

    @Test
    void a_lower_tier_that_is_deserved_is_named() {
        TierMachine machine = walked(SET, order("2026-03-10T12:00", 1_000_00), order("2027-06-10T12:00", 360_00));
        machine.advanceTo(at("2027-12-02T00:00"));
        assertThat(TierOutlook.of(machine)).map(TierLoss::before).contains(2);
        machine = walked(SET, order("2026-03-10T12:00", 1_000_00), order("2027-06-10T12:00", 360_00));
        assertThat(TierOutlook.of(machine)).map(TierLoss::after).contains(1);
    }

    @Test
    void a_grace_lets_the_tier_fall_later_than_it_ends() {
        TierMachine machine =
                walked(Ladders.grace(SET, 14, TierSet.Upgrade.IMMEDIATE), order("2026-03-10T12:00", 400_00));
        TierLoss loss = TierOutlook.of(machine).orElseThrow();
        assertThat(loss.until()).isEqualTo(at("2028-01-01T00:00"));
        assertThat(loss.reviewAt()).isEqualTo(at("2028-01-15T00:00"));
    }

    @Test
    void nobody_falls_from_the_base_tier_nor_from_a_ladder_without_a_way_down() {
        TierMachine base = walked(SET);
        assertThat(TierOutlook.noticeAt(base.state().held())).isEmpty();
        assertThat(TierOutlook.of(base)).isEmpty();
        TierSet upOnly =
                Ladders.with(Period.Kind.CALENDAR_YEAR, TierValidity.Kind.TO_END_OF_NEXT_PERIOD, Downgrade.NONE);
        assertThat(TierOutlook.of(walked(upOnly, order("2026-03-10T12:00", 400_00))))
                .isEmpty();
    }

    @Test
    void a_short_term_is_told_of_at_its_half() {
        Holding month = new Holding(
                1,
                Instant.parse("2026-06-01T00:00:00Z"),
                Optional.of(Instant.parse("2026-06-29T00:00:00Z")),
                Optional.empty(),
                0,
                Optional.empty());
        assertThat(TierOutlook.noticeAt(month)).contains(Instant.parse("2026-06-15T00:00:00Z"));
    }

    private static TierMachine walked(TierSet set, MetricChange... changes) {
        TierMachine machine = TierMachine.start(set, ZONE, JOINED);
        for (MetricChange change : changes) {
            machine.apply(change);
        }
        return machine;
    }

    private static MetricChange order(String at, long amount) {
        return new MetricChange(at(at), at(at), "till", at, 1, amount, TierSet.METRIC);
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(ZONE).toInstant();
    }
}
