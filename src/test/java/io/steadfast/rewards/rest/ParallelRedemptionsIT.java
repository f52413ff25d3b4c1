package io.steadfast.rewards.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.steadfast.rewards.RewardTill;
import io.steadfast.support.Api;
import io.steadfast.support.ClientTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/** Fifty calls at once for points that are there once: one gets them, the others the reason, and nobody a 500. */
class ParallelRedemptionsIT extends ClientTest {

    private static final int CALLS = 50;

    @Test
    void of_fifty_redemptions_at_once_one_succeeds_and_forty_nine_are_told_why() throws Exception {
        RewardTill till = RewardTill.open();
        till.give(till.member, 500);
        List<Api.Answer> answers = atOnce(
                number -> till.api.post("/redemptions", Map.of("memberId", till.member, "reward", "voucher-10")));
        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 201)
                .hasSize(CALLS - 1)
                .allSatisfy(answer -> {
                    assertThat(answer.status()).isEqualTo(422);
                    assertThat(answer.code()).isEqualTo("REWARD_NOT_AVAILABLE");
                    assertThat(answer.json().path("errors").findValuesAsText("code"))
                            .containsExactly("POINTS_MISSING");
                });
        assertThat(till.spendable(till.member)).isZero();
    }

    @Test
    void of_fifty_holds_at_once_one_succeeds_and_forty_nine_are_told_why() throws Exception {
        RewardTill till = RewardTill.open();
        till.give(till.member, 500);
        List<Api.Answer> answers = atOnce(number -> till.api.post(
                "/holds", Map.of("holdId", "h-" + number, "memberId", till.member, "points", 300, "minutes", 10)));
        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 201)
                .hasSize(CALLS - 1)
                .allSatisfy(answer -> {
                    assertThat(answer.status()).isEqualTo(422);
                    assertThat(answer.code()).isEqualTo("INSUFFICIENT_POINTS");
                });
    }

    private static List<Api.Answer> atOnce(IntFunction<Api.Answer> call) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(CALLS);
        try {
            List<Future<Api.Answer>> running = new ArrayList<>();
            for (int number = 0; number < CALLS; number++) {
                int own = number;
                running.add(threads.submit(() -> call.apply(own)));
            }
            List<Api.Answer> answers = new ArrayList<>();
            for (Future<Api.Answer> one : running) {
                answers.add(one.get());
            }
            return answers;
        } finally {
            threads.shutdownNow();
        }
    }
}
