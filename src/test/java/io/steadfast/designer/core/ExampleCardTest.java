package io.steadfast.designer.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.steadfast.accrual.core.MemberFacts;
import io.steadfast.cards.core.CardFacts;
import io.steadfast.cards.core.MemberCard;
import io.steadfast.designer.Basket;
import io.steadfast.designer.DocumentEdits;
import io.steadfast.designer.Edit;
import io.steadfast.programs.ProgramTemplates;
import io.steadfast.programs.core.ProgramDocument;
import io.steadfast.programs.core.TierSetCode;
import io.steadfast.programs.core.TierSetRef;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.TierCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ExampleCardTest {

    private static final Instant NOW = Instant.parse("2026-03-10T18:00:00Z");

    @Test
    void the_ring_shows_how_far_the_basket_leads_and_what_the_next_tier_unlocks() {
        MemberCard card = card("P2", "VIB", 10_000);
        assertThat(card.level().orElseThrow().code().value()).isEqualTo("VIB");
        assertThat(card.level().orElseThrow().through()).contains(LocalDate.of(2027, 12, 31));
        MemberCard.NextTier next = card.next().orElseThrow();
        assertThat(next.code().value()).isEqualTo("ROUGE");
        assertThat(next.percent()).isEqualTo(45);
        assertThat(next.missing()).isEqualTo(55_000);
        assertThat(next.unlocks())
                .anySatisfy(unlock -> assertThat(unlock.factor().orElseThrow()).isEqualByComparingTo("1.5"));
        assertThat(benefits(next)).contains("Private hotline");
        assertThat(benefits(card("P2", "INSIDER", 10_000).next().orElseThrow())).doesNotContain("Private hotline");
    }

    @Test
    void the_balance_is_the_baskets_points_with_their_last_day_and_the_way_to_a_reward() {
        MemberCard card = card("P2", "VIB", 10_000);
        assertThat(card.wallets()).hasSize(1);
        assertThat(card.wallets().get(0).spendable()).isEqualTo(125);
        assertThat(card.wallets().get(0).lapsing()).contains(new CardFacts.Lapsing(LocalDate.of(2027, 3, 10), 125));
        MemberCard.NextReward reward = card.reward().orElseThrow();
        assertThat(reward.code().value()).isEqualTo("voucher-10");
        assertThat(reward.missing()).isEqualTo(375);
        assertThat(reward.percent()).isEqualTo(25);
    }

    @Test
    void a_basket_that_reaches_the_next_tier_shows_it_and_a_program_that_gives_shows_the_gift() {
        assertThat(card("P2", "INSIDER", 40_000).level().orElseThrow().code().value())
                .isEqualTo("VIB");
        MemberCard giving = card("P4", "", 5_000);
        assertThat(giving.donated().amount()).isEqualTo(100);
        assertThat(giving.wallets()).isEmpty();
    }

    @Test
    void the_gift_for_reaching_the_next_tier_is_among_what_it_unlocks() {
        ProgramDocument gift = DocumentEdits.apply(
                ProgramTemplates.find("P2").orElseThrow(),
                new Edit(Edit.Op.PART, "/tierSets/0/tiers/1/entryReward", "entry-reward"));
        String name = gift.tierSets()
                .get(0)
                .tiers()
                .get(1)
                .entryReward()
                .flatMap(gift::reward)
                .orElseThrow()
                .name()
                .in(Locale.ENGLISH);
        MemberCard card = ExampleCard.of(
                gift,
                MemberFacts.enrolled(new MemberId(new UUID(0, 0)), NOW),
                Basket.of(4_000, "").order(gift.basics().currency(), NOW));
        assertThat(benefits(card.next().orElseThrow())).contains(name);
    }

    @Test
    void at_the_top_and_without_a_ladder_there_is_no_ring() {
        assertThat(card("P2", "ROUGE", 10_000).next()).isEmpty();
        assertThat(card("P1", "", 10_000).next()).isEmpty();
    }

    @Test
    void every_template_has_a_card_for_each_of_its_tiers() {
        for (String name : ProgramTemplates.names()) {
            ProgramDocument document = ProgramTemplates.find(name).orElseThrow();
            assertThat(card(name, "", 4_000).program())
                    .isEqualTo(document.basics().code());
        }
    }

    private static List<String> benefits(MemberCard.NextTier next) {
        return next.unlocks().stream()
                .flatMap(unlock -> unlock.benefit().stream())
                .map(benefit -> benefit.in(Locale.ENGLISH))
                .toList();
    }

    private static MemberCard card(String template, String tier, long amount) {
        ProgramDocument document = ProgramTemplates.find(template).orElseThrow();
        MemberFacts member = MemberFacts.enrolled(new MemberId(new UUID(0, 0)), NOW);
        if (!tier.isEmpty()) {
            TierSetCode set = document.tierSets().get(0).code();
            member = member.withTiers(Map.of(new TierSetRef(document.basics().code(), set), new TierCode(tier)));
        }
        return ExampleCard.of(
                document, member, Basket.of(amount, "").order(document.basics().currency(), NOW));
    }
}
