package io.steadfast.extensions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.steadfast.accrual.Shop;
import io.steadfast.accrual.core.Order;
import io.steadfast.extensions.core.Extension;
import io.steadfast.extensions.core.ExtensionWish;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.platform.security.Actor;
import io.steadfast.platform.security.CurrentActor;
import io.steadfast.programs.core.TierSetCode;
import io.steadfast.programs.core.TierSetRef;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.ProgramCode;
import io.steadfast.support.ContainerTest;
import io.steadfast.tiers.TierService;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** P6 of tiers: those of a selection held on, none shorter and none that was lost meanwhile. */
class ExtendedTiersIT extends ContainerTest {

    private static final String SINCE = "2026-01-01T08:00:00Z";
    private static final String NOW = "2026-06-15T12:00:00Z";
    private static final String LAST_DAY_OF_2027 = "2028-01-01T07:59:59Z";
    private static final String IN_2028 = "2028-06-01T12:00:00Z";
    private static final String LAST_DAY_OF_2028 = "2029-01-01T07:59:59Z";
    private static final String AFTER_2028 = "2029-01-01T08:00:00Z";

    @Inject
    Shop shop;

    @Inject
    ExtensionService extensions;

    @Inject
    ExtensionRunService runs;

    @Inject
    TierService tiers;

    @Inject
    CurrentActor currentActor;

    @Test
    void tiers_are_held_a_year_longer_each_from_its_own_end_and_a_second_time_from_there() {
        shop.open(NOW);
        ProgramCode p2 = shop.publish("P2", SINCE);
        MemberId vib = spends(p2, "vib", 400_00);
        MemberId rouge = spends(p2, "rouge", 1_200_00);
        MemberId insider = spends(p2, "insider", 10_00);
        assertThat(tier(p2, vib, LAST_DAY_OF_2027)).isEqualTo("VIB");
        assertThat(tier(p2, vib, IN_2028)).isEqualTo("INSIDER");

        Extension asked = shop.call(() -> extensions.request(wish(p2)));
        assertThat(asked.figures().tiers()).isEqualTo(2);
        assertThat(asked.figures().members()).isEqualTo(2);
        assertThat(asked.figures().lots() + asked.figures().points()).isZero();
        assertThat(asked.liability()).as("tiers are no points").isEmpty();
        Extension.Figures done = done(asked.id()).figures();
        assertThat(done.extended()).isEqualTo(2);
        assertThat(done.passedOver()).isZero();
        assertThat(tier(p2, vib, IN_2028)).isEqualTo("VIB");
        assertThat(tier(p2, vib, LAST_DAY_OF_2028)).isEqualTo("VIB");
        assertThat(tier(p2, vib, AFTER_2028)).isEqualTo("INSIDER");
        assertThat(tier(p2, rouge, LAST_DAY_OF_2028)).isEqualTo("ROUGE");
        assertThat(tier(p2, insider, IN_2028)).isEqualTo("INSIDER");

        done(shop.call(() -> extensions.request(wish(p2))).id());
        assertThat(tier(p2, vib, AFTER_2028)).as("from the end it had by then").isEqualTo("VIB");
        assertThat(tier(p2, vib, "2030-01-01T08:00:00Z")).isEqualTo("INSIDER");
    }

    @Test
    void a_tier_that_was_lost_or_held_as_long_meanwhile_is_passed_over() {
        shop.open(NOW);
        ProgramCode p2 = shop.publish("P2", SINCE);
        MemberId loses = spends(p2, "loses", 400_00);
        MemberId keeps = spends(p2, "keeps", 400_00);
        UUID first = shop.call(() -> extensions.request(wish(p2)).id());
        UUID second = shop.call(() -> extensions.request(wish(p2)).id());
        shop.giveBack(order("loses", 400_00), Shop.goods("back", "2026-05-02T12:00:00Z", "1", 1));

        Extension.Figures one = done(first).figures();
        assertThat(one.extended()).isEqualTo(1);
        assertThat(one.passedOver()).isEqualTo(1);
        assertThat(tier(p2, loses, NOW)).isEqualTo("INSIDER");
        assertThat(tier(p2, keeps, IN_2028)).isEqualTo("VIB");

        Extension.Figures other = done(second).figures();
        assertThat(other.extended()).isZero();
        assertThat(other.passedOver()).isEqualTo(2);
        assertThat(tier(p2, keeps, AFTER_2028)).isEqualTo("INSIDER");
        assertThat(shop.number("SELECT count(*) FROM manual_tier")).isEqualTo(1);
    }

    @Test
    void it_can_be_undone_once_it_is_approved_and_not_once_it_has_run() {
        shop.open(NOW);
        ProgramCode p2 = shop.publish("P2", SINCE);
        MemberId vib = spends(p2, "vib", 400_00);
        UUID undone = shop.call(() -> extensions.request(wish(p2)).id());
        approve(undone);
        shop.call(() -> extensions.undo(undone));
        assertThat(shop.call(() -> extensions.find(undone)).state()).isEqualTo(Extension.State.UNDONE);
        assertRefused(() -> extensions.begin(undone));
        assertThat(tier(p2, vib, IN_2028)).isEqualTo("INSIDER");

        UUID run = shop.call(() -> extensions.request(wish(p2)).id());
        approve(run);
        shop.call(() -> extensions.begin(run));
        assertRefused(() -> extensions.undo(run));
        shop.call(() -> runs.runSome(run));
        assertRefused(() -> extensions.undo(run));
        assertThat(tier(p2, vib, IN_2028)).isEqualTo("VIB");
    }

    private void assertRefused(Callable<Extension> act) {
        assertThatThrownBy(() -> shop.call(act))
                .isInstanceOf(Refusal.class)
                .extracting(refused -> ((Refusal) refused).reason().name())
                .isEqualTo("EXTENSION_OVER");
    }

    private Extension done(UUID id) {
        approve(id);
        shop.call(() -> extensions.begin(id));
        Extension now = shop.call(() -> runs.runSome(id));
        assertThat(now.state()).isEqualTo(Extension.State.DONE);
        return now;
    }

    private void approve(UUID id) {
        Actor actor = new Actor(Actor.Kind.PERSON, "finance", "finance", Set.of(), Set.of(), Set.of());
        Callable<Extension> approval = () -> extensions.approve(id);
        shop.call(() -> currentActor.call(actor, "local", approval));
    }

    private String tier(ProgramCode program, MemberId member, String at) {
        return shop.call(() -> tiers.tiersAt(member, Instant.parse(at)))
                .get(new TierSetRef(program, new TierSetCode("STATUS")))
                .value();
    }

    private MemberId spends(ProgramCode program, String name, long amount) {
        MemberId member = shop.member(name, SINCE, program);
        shop.put(member, order(name, amount));
        return member;
    }

    private static Order order(String reference, long amount) {
        return Shop.order(reference, "2026-05-01T12:00:00Z", "USD", Shop.line("1", 1, amount));
    }

    private static ExtensionWish wish(ProgramCode program) {
        return new ExtensionWish(
                new ExtensionWish.Selection(
                        program,
                        ExtensionWish.What.TIERS,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Set.of(),
                        List.of()),
                new ExtensionWish.Term(Optional.empty(), Optional.of(12)),
                "Stores were closed");
    }
}
