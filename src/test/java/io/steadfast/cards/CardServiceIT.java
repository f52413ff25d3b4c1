package io.steadfast.cards;

import static org.assertj.core.api.Assertions.assertThat;

import io.steadfast.accrual.Shop;
import io.steadfast.cards.core.CardFacts;
import io.steadfast.cards.core.MemberCard;
import io.steadfast.shared.MemberId;
import io.steadfast.support.ContainerTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CardServiceIT extends ContainerTest {

    private static final String START = "2026-01-01T08:00:00Z";

    @Inject
    Shop shop;

    @Inject
    CardService cards;

    @Test
    void a_card_has_the_balance_the_tier_the_way_on_and_the_reward_within_reach() {
        shop.open("2026-03-15T19:00:00Z");
        MemberId member = shop.member("anna", START, shop.publish("P2", START));
        shop.put(member, Shop.order("1", "2026-03-10T12:00:00Z", "USD", Shop.line("A", 1, 45_000)));
        List<MemberCard> all = shop.call(() -> cards.cards(member, Optional.empty()));
        assertThat(all).hasSize(1);
        MemberCard card = all.get(0);
        assertThat(card.level().orElseThrow().code().value()).isEqualTo("VIB");
        assertThat(card.level().orElseThrow().through()).contains(LocalDate.of(2027, 12, 31));
        assertThat(card.wallets().get(0).spendable()).isEqualTo(450);
        assertThat(card.wallets().get(0).lapsing()).contains(new CardFacts.Lapsing(LocalDate.of(2027, 3, 10), 450));
        assertThat(card.next().orElseThrow().missing()).isEqualTo(55_000);
        assertThat(card.reward().orElseThrow().missing()).isEqualTo(50);
        assertThat(card.donated().amount()).isZero();
    }
}
