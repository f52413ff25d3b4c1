package io.steadfast.rewards.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.steadfast.programs.ProgramTemplates;
import io.steadfast.programs.core.Cap;
import io.steadfast.programs.core.LocalText;
import io.steadfast.programs.core.PlanCode;
import io.steadfast.programs.core.ProgramDocument;
import io.steadfast.programs.core.Reward;
import io.steadfast.programs.core.RewardCode;
import io.steadfast.programs.core.RewardKind;
import io.steadfast.programs.core.RewardPrice;
import io.steadfast.programs.core.RewardTiming;
import io.steadfast.programs.core.TierLevel;
import io.steadfast.programs.core.TierPrice;
import io.steadfast.programs.core.TierSetCode;
import io.steadfast.programs.core.Validity;
import io.steadfast.shared.TierCode;
import io.steadfast.shared.WalletCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AvailabilityTest {

    private static final ProgramDocument P2 = ProgramTemplates.find("P2").orElseThrow();
    private static final WalletCode POINTS = new WalletCode("beauty-points");
    private static final TierSetCode STATUS = new TierSetCode("STATUS");
    private static final Instant NOW = Instant.parse("2026-06-15T12:00:00Z");
    private static final Supply ENDLESS = new Supply(OptionalLong.empty(), 0, Supply.Donations.NOT_TAKEN);

    private static Reward reward(RewardKind gives, long points, TierPrice... byTier) {
        return new Reward(
                new RewardCode("r"),
                LocalText.of("R", "礼"),
                LocalText.of("", ""),
                gives,
                Optional.of(new RewardPrice(POINTS, points, List.of(byTier), Optional.empty())),
                RewardTiming.ON_REQUEST,
                Optional.empty(),
                new Validity(Optional.empty(), Optional.empty()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static Reward with(
            Reward reward, Optional<Reward.MemberLimit> limit, Validity visible, Optional<TierLevel> audience) {
        return new Reward(
                reward.code(),
                reward.name(),
                reward.description(),
                reward.gives(),
                reward.price(),
                reward.redeemed(),
                limit,
                visible,
                audience,
                Optional.empty(),
                reward.plan());
    }

    private static Buyer buyer(String tier, long points) {
        return new Buyer(Buyer.Standing.ACTIVE, Map.of(STATUS, new TierCode(tier)), Set.of(), Map.of(POINTS, points));
    }

    private static Availability judged(Reward reward, Buyer buyer, Supply supply) {
        return judged(reward, buyer, supply, 1, NOW);
    }

    private static Availability judged(Reward reward, Buyer buyer, Supply supply, int quantity, Instant at) {
        return Availability.of(reward, P2, buyer, supply, new Availability.Wanted(quantity, at));
    }

    private static List<UnmetReason> reasons(Availability availability) {
        return availability.reasons().stream().map(Unmet::reason).toList();
    }

    @Test
    void a_reward_for_the_members_of_a_plan_is_had_while_it_is_on() {
        PlanCode prime = new PlanCode("PRIME");
        Reward plain = reward(new RewardKind.FreeProduct("cup"), 100);
        Reward forPrime = new Reward(
                plain.code(),
                plain.name(),
                plain.description(),
                plain.gives(),
                plain.price(),
                plain.redeemed(),
                plain.perMember(),
                plain.visible(),
                plain.audience(),
                plain.validFor(),
                Optional.of(prime));
        Buyer without = buyer("ROUGE", 100);
        assertThat(reasons(judged(forPrime, without, ENDLESS))).containsExactly(UnmetReason.PLAN_NEEDED);
        assertThat(judged(forPrime, without, ENDLESS).reasons().get(0).details())
                .containsEntry("plan", "PRIME");
        Buyer with = new Buyer(without.standing(), without.tiers(), Set.of(prime), without.spendable());
        assertThat(judged(forPrime, with, ENDLESS).available()).isTrue();
        assertThat(judged(plain, without, ENDLESS).available()).isTrue();
    }

    @Test
    void the_exact_number_of_points_is_enough_and_one_less_is_not() {
        Reward voucher = reward(new RewardKind.AmountVoucher(1000, Optional.empty()), 500);
        assertThat(judged(voucher, buyer("INSIDER", 500), ENDLESS).available()).isTrue();
        Availability missing = judged(voucher, buyer("INSIDER", 499), ENDLESS);
        assertThat(reasons(missing)).containsExactly(UnmetReason.POINTS_MISSING);
        assertThat(missing.reasons().get(0).points()).contains(1L);
        Availability debt = judged(voucher, buyer("INSIDER", -20), ENDLESS);
        assertThat(debt.reasons().get(0).points()).contains(520L);
    }

    @Test
    void what_has_no_price_is_given_by_rules_alone() {
        Reward plain = reward(new RewardKind.FreeProduct("cup"), 100);
        Reward gift = new Reward(
                plain.code(),
                plain.name(),
                plain.description(),
                plain.gives(),
                Optional.empty(),
                plain.redeemed(),
                plain.perMember(),
                plain.visible(),
                plain.audience(),
                plain.validFor(),
                Optional.empty());
        assertThat(reasons(judged(gift, buyer("ROUGE", 100), ENDLESS))).containsExactly(UnmetReason.REWARD_NOT_SOLD);
    }

    @Test
    void all_reasons_are_said_at_once_with_what_would_make_it_possible() {
        Reward closed = with(
                reward(new RewardKind.Donation(100, Optional.empty()), 500),
                Optional.of(new Reward.MemberLimit(1, Cap.Period.MONTH)),
                new Validity(Optional.of(LocalDate.of(2026, 7, 1)), Optional.empty()),
                Optional.of(new TierLevel(STATUS, new TierCode("ROUGE"))));
        Buyer blocked = new Buyer(Buyer.Standing.BLOCKED, Map.of(STATUS, new TierCode("VIB")), Set.of(), Map.of());
        Availability none = judged(closed, blocked, new Supply(OptionalLong.of(0), 1, Supply.Donations.NOT_TAKEN));
        assertThat(reasons(none))
                .containsExactly(
                        UnmetReason.MEMBER_NOT_ACTIVE,
                        UnmetReason.REWARD_NOT_OPEN_YET,
                        UnmetReason.TIER_NEEDED,
                        UnmetReason.OUT_OF_STOCK,
                        UnmetReason.LIMIT_REACHED,
                        UnmetReason.DONATIONS_NOT_TAKEN,
                        UnmetReason.POINTS_MISSING);
        assertThat(none.reasons().get(1).from()).contains(LocalDate.of(2026, 7, 1));
        assertThat(none.reasons().get(2).tier()).contains(new TierLevel(STATUS, new TierCode("ROUGE")));
        assertThat(none.reasons().get(3).left()).contains(0L);
        assertThat(none.reasons().get(4).from()).contains(LocalDate.of(2026, 7, 1));
        assertThat(none.reasons().get(6).points()).contains(500L);
    }

    @Test
    void it_opens_and_closes_with_the_day_in_the_programs_zone() {
        Reward june = with(
                reward(new RewardKind.GiftCard(100), 1),
                Optional.empty(),
                new Validity(Optional.of(LocalDate.of(2026, 6, 1)), Optional.of(LocalDate.of(2026, 6, 30))),
                Optional.empty());
        Buyer rich = buyer("INSIDER", 10);
        assertThat(reasons(judged(june, rich, ENDLESS, 1, Instant.parse("2026-06-01T06:59:59.999Z"))))
                .containsExactly(UnmetReason.REWARD_NOT_OPEN_YET);
        assertThat(reasons(judged(june, rich, ENDLESS, 1, Instant.parse("2026-06-01T07:00:00Z"))))
                .isEmpty();
        assertThat(reasons(judged(june, rich, ENDLESS, 1, Instant.parse("2026-07-01T06:59:59.999Z"))))
                .isEmpty();
        assertThat(reasons(judged(june, rich, ENDLESS, 1, Instant.parse("2026-07-01T07:00:00Z"))))
                .containsExactly(UnmetReason.REWARD_CLOSED);
    }

    @Test
    void the_lowest_price_that_a_members_tier_gives_counts() {
        Reward cheaper = reward(
                new RewardKind.GiftCard(100),
                500,
                new TierPrice(STATUS, new TierCode("VIB"), 450),
                new TierPrice(STATUS, new TierCode("ROUGE"), 400));
        assertThat(judged(cheaper, buyer("INSIDER", 500), ENDLESS).points()).hasValue(500);
        assertThat(judged(cheaper, buyer("VIB", 450), ENDLESS).points()).hasValue(450);
        assertThat(judged(cheaper, buyer("ROUGE", 400), ENDLESS).available()).isTrue();
        Buyer unknown = new Buyer(Buyer.Standing.ACTIVE, Map.of(), Set.of(), Map.of(POINTS, 499L));
        assertThat(judged(cheaper, unknown, ENDLESS).points()).hasValue(500);
    }

    @Test
    void the_last_in_stock_and_the_last_of_a_limit_can_be_had() {
        Reward limited = with(
                reward(new RewardKind.GiftCard(100), 1),
                Optional.of(new Reward.MemberLimit(2, Cap.Period.EVER)),
                new Validity(Optional.empty(), Optional.empty()),
                Optional.empty());
        Buyer rich = buyer("INSIDER", 10);
        assertThat(judged(limited, rich, new Supply(OptionalLong.of(1), 1, Supply.Donations.TAKEN))
                        .available())
                .isTrue();
        assertThat(reasons(judged(limited, rich, new Supply(OptionalLong.of(1), 2, Supply.Donations.TAKEN))))
                .containsExactly(UnmetReason.LIMIT_REACHED_FOR_GOOD);
        assertThat(reasons(judged(limited, rich, new Supply(OptionalLong.of(1), 0, Supply.Donations.TAKEN), 2, NOW)))
                .containsExactly(UnmetReason.OUT_OF_STOCK);
    }

    /** Whatever the circumstances: it can be had exactly when nothing is said against it, and points decide by themselves. */
    @Test
    void points_missing_are_said_exactly_when_they_are_missing() {
        for (long seed = 0; seed < 2_000; seed++) {
            Random random = new Random(seed);
            long price = 1 + random.nextInt(100);
            long spendable = random.nextInt(400) - 50;
            int quantity = 1 + random.nextInt(5);
            long left = random.nextInt(6);
            Availability availability = judged(
                    reward(new RewardKind.FreeShipping(Optional.empty()), price),
                    buyer("VIB", spendable),
                    new Supply(OptionalLong.of(left), 0, Supply.Donations.TAKEN),
                    quantity,
                    NOW);
            assertThat(reasons(availability).contains(UnmetReason.POINTS_MISSING))
                    .as("seed %d", seed)
                    .isEqualTo(spendable < price * quantity);
            assertThat(reasons(availability).contains(UnmetReason.OUT_OF_STOCK))
                    .as("seed %d", seed)
                    .isEqualTo(left < quantity);
            assertThat(availability.available())
                    .as("seed %d", seed)
                    .isEqualTo(spendable >= price * quantity && left >= quantity);
        }
    }
}
