package io.steadfast.boundaries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.steadfast.accrual.Shop;
import io.steadfast.platform.refusals.FieldError;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.programs.ProgramService;
import io.steadfast.programs.core.ProgramVersion;
import io.steadfast.programs.core.RewardCode;
import io.steadfast.rewards.RedemptionService;
import io.steadfast.rewards.RedemptionWish;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.ProgramCode;
import io.steadfast.support.ContainerTest;
import io.steadfast.tiers.TierService;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A reward's first and last second, and the most that comes over into the next period, a cent below and above. */
class WindowBoundariesIT extends ContainerTest {

    private static final String START = "2026-01-01T08:00:00Z";

    @Inject
    Shop shop;

    @Inject
    RedemptionService redemptions;

    @Inject
    TierService tiers;

    @Inject
    ProgramService programs;

    @Inject
    UserTransaction transaction;

    @Test
    void a_reward_is_had_from_its_first_days_first_second_to_its_last_days_last_one() {
        shop.open("2026-03-01T19:00:00Z");
        ProgramCode p2 = shop.publish(
                Shop.template(
                        "P2", "\"visible\":{}", "\"visible\":{\"from\":\"2026-03-10\",\"through\":\"2026-03-15\"}"),
                START);
        MemberId member = shop.member("window", START, p2);
        shop.put(member, Shop.order("o", "2026-02-10T12:00:00Z", "USD", Shop.line("A", 1, 2_000_00)));
        // In Los Angeles, whose clocks went forward on 8 March.
        assertThat(Stream.of(
                                "2026-03-10T06:59:59Z",
                                "2026-03-10T07:00:00Z",
                                "2026-03-16T06:59:59Z",
                                "2026-03-16T07:00:00Z")
                        .map(at -> redeemed(member, at)))
                .containsExactly("REWARD_NOT_OPEN_YET", "had", "had", "REWARD_CLOSED");
    }

    private String redeemed(MemberId member, String at) {
        shop.at(at);
        Throwable refused = catchThrowable(
                () -> shop.call(() -> redemptions.redeem(RedemptionWish.of(member, new RewardCode("voucher-10")))));
        if (refused instanceof Refusal refusal) {
            return refusal.errors().stream().map(FieldError::code).collect(Collectors.joining(" "));
        }
        assertThat(refused).isNull();
        return "had";
    }

    @Test
    void what_comes_over_is_all_there_is_up_to_the_most_and_no_cent_more() {
        shop.open("2027-02-01T19:00:00Z");
        ProgramCode p2 = shop.publish(
                Shop.template(
                        "P2",
                        "\"validity\":{\"kind\":\"to_end_of_next_period\"}",
                        "\"validity\":{\"kind\":\"to_end_of_period\"},\"rollover\":{\"most\":20000}"),
                START);
        assertThat(LongStream.of(549_99, 550_00, 550_01).mapToObj(spent -> {
                    MemberId member = shop.member("m-" + spent, START, p2);
                    shop.put(member, Shop.order("o-" + spent, "2026-06-01T20:00:00Z", "USD", Shop.line("A", 1, spent)));
                    return carried(member, p2);
                }))
                .containsExactly(199_99L, 200_00L, 200_00L);
    }

    private long carried(MemberId member, ProgramCode program) {
        return shop.call(() -> {
            transaction.begin();
            try {
                ProgramVersion version = programs.inForce(program, shop.now()).orElseThrow();
                return tiers.standing(member, version, Instant.parse(START))
                        .get(0)
                        .standing()
                        .over()
                        .orElseThrow()
                        .carried();
            } finally {
                transaction.rollback();
            }
        });
    }
}
