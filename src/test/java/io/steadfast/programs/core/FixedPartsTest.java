package io.steadfast.programs.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.steadfast.programs.ProgramTemplates;
import io.steadfast.shared.ProgramCode;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FixedPartsTest {

    private final ProgramDocument published = ProgramTemplates.find("P2").orElseThrow();

    private ProgramDocument with(ProgramCode code, ZoneId zone, Currency currency) {
        ProgramBasics basics = published.basics();
        return published.withBasics(new ProgramBasics(
                code,
                basics.name(),
                basics.kind(),
                zone,
                currency,
                basics.accepted(),
                basics.grossMarginPercent(),
                basics.lookBackDays(),
                basics.description()));
    }

    private ProgramDocument with(List<Wallet> wallets, List<TierSet> tierSets) {
        return new ProgramDocument(
                published.schemaVersion(),
                published.basics(),
                wallets,
                published.earning(),
                tierSets,
                published.transition(),
                published.plans(),
                published.rewards(),
                published.entitlements(),
                published.giving(),
                published.stampCards(),
                published.dateGifts(),
                published.activityChecks(),
                published.referral(),
                published.terms());
    }

    @Test
    void the_same_document_changes_nothing() {
        assertThat(FixedParts.changed(published, published)).isEmpty();
    }

    @Test
    void code_zone_and_currency_are_fixed() {
        ProgramDocument next = with(new ProgramCode("other"), ZoneId.of("Asia/Tokyo"), Currency.getInstance("JPY"));
        assertThat(FixedParts.changed(published, next))
                .containsExactly("basics.code", "basics.zone", "basics.currency");
    }

    @Test
    void a_wallet_and_a_tier_set_cannot_go() {
        ProgramDocument next = with(List.of(), List.of());
        assertThat(FixedParts.changed(published, next))
                .contains("wallets[" + published.wallets().get(0).code() + "]")
                .contains("tierSets[" + published.tierSets().get(0).code() + "]");
    }

    @Test
    void a_further_wallet_may_come() {
        ProgramDocument first = with(published.wallets().subList(0, 0), published.tierSets());
        assertThat(FixedParts.changed(first, published)).isEmpty();
    }

    private static TierSet ladder(TierSet set, List<Tier> tiers) {
        return new TierSet(
                set.code(),
                set.name(),
                set.metric(),
                set.period(),
                tiers,
                set.upgrade(),
                set.validity(),
                set.downgrade(),
                set.review(),
                set.grace(),
                set.onReturn(),
                set.crossing(),
                set.rollover());
    }

    @Test
    void a_tier_keeps_its_place_and_new_ones_come_above() {
        TierSet set = published.tierSets().get(0);
        List<Tier> tiers = set.tiers();
        ProgramDocument before = with(published.wallets(), List.of(ladder(set, tiers.subList(0, 2))));
        assertThat(FixedParts.changed(before, published)).isEmpty();
        Tier lowest = tiers.get(0);
        ProgramDocument inserted =
                with(published.wallets(), List.of(ladder(set, List.of(tiers.get(2), lowest, tiers.get(1)))));
        assertThat(FixedParts.changed(before, inserted)).contains("tierSets[0].tiers[" + lowest.code() + "]");
    }

    @Test
    void a_plan_cannot_go_but_may_be_closed() {
        ProgramDocument paid = ProgramTemplates.find("P3").orElseThrow();
        ProgramDocument without = new ProgramDocument(
                paid.schemaVersion(),
                paid.basics(),
                paid.wallets(),
                paid.earning(),
                paid.tierSets(),
                paid.transition(),
                List.of(),
                List.of(),
                List.of(),
                Giving.NONE,
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                paid.terms());
        assertThat(FixedParts.changed(paid, without)).containsExactly("plans[PRIME]");
    }
}
