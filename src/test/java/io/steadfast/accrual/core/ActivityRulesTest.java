package io.steadfast.accrual.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.steadfast.programs.ProgramTemplates;
import io.steadfast.programs.core.ProgramVersion;
import io.steadfast.programs.core.Trigger;
import io.steadfast.programs.core.Trigger.Side;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.ProgramCode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Rules that look at activities: consent, started steps, and friends won for one program. */
class ActivityRulesTest {

    private static final MemberId ANNA = new MemberId(UUID.fromString("00000000-0000-7000-8000-000000000001"));
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant NOON = Instant.parse("2026-06-06T12:00:00Z");
    private static final ProgramVersion P7 = version("P7");
    private static final ProgramVersion P14 = version("P14");

    @Test
    void without_consent_the_program_looks_at_nothing_of_it_and_says_so() {
        AccrualDecision refused = AccrualEvaluator.evaluate(P7, MemberFacts.enrolled(ANNA, START), climb(620));
        assertThat(refused.grants()).isEmpty();
        assertThat(refused.inactivityDeadlines()).isEmpty();
        assertThat(refused.capUses()).isEmpty();
        assertThat(refused.skipped()).flatExtracting(SkippedRule::reasons).containsExactly(SkipReason.CONSENT_MISSING);
        MemberFacts other = MemberFacts.enrolled(ANNA, START).withConsents(Set.of("marketing"));
        assertThat(AccrualEvaluator.evaluate(P7, other, climb(620)).grants()).isEmpty();
    }

    @Test
    void an_activity_of_another_type_needs_no_consent() {
        Activity review = new Activity("review", "app", "r", ANNA, NOON, Map.of());
        assertThat(AccrualEvaluator.evaluate(P7, MemberFacts.enrolled(ANNA, START), review)
                        .skipped())
                .flatExtracting(SkippedRule::reasons)
                .doesNotContain(SkipReason.CONSENT_MISSING);
    }

    /** One point for each started hundred metres, at most fifty: ⌈m / 100⌉, never more than the day has left. */
    @Test
    void every_ascent_earns_its_started_hundreds_up_to_the_day() {
        MemberFacts agreed = MemberFacts.enrolled(ANNA, START).withConsents(Set.of("activity_tracking"));
        for (int seed = 0; seed < 2_000; seed++) {
            long metres = new Random(seed).nextInt(7_000);
            AccrualDecision decision = AccrualEvaluator.evaluate(P7, agreed, climb(metres));
            long points = decision.grants().stream().mapToLong(Grant::points).sum();
            assertThat(points).as("seed %d, %d m", seed, metres).isEqualTo(Math.min(50, (metres + 99) / 100));
            assertThat(points == 0).isEqualTo(!decision.skipped().isEmpty());
            decision.grants()
                    .forEach(grant -> assertThat(ProofReplay.differences(grant)).isEmpty());
        }
    }

    @Test
    void each_side_of_a_referral_gets_its_own_rule_and_another_program_nothing() {
        MemberFacts anna = MemberFacts.enrolled(ANNA, START);
        assertThat(given(anna, won(Side.REFERRER, "bring-a-friend"))).containsExactly("friend-won 500");
        assertThat(given(anna, won(Side.FRIEND, "bring-a-friend"))).containsExactly("welcome 250");
        assertThat(given(anna, won(Side.REFERRER, "another"))).isEmpty();
        Activity signup = new Activity(
                "referral_signup",
                "app",
                "1",
                ANNA,
                NOON,
                Map.of(Trigger.OnReferral.PROGRAM, List.of("bring-a-friend")));
        assertThat(given(anna, signup)).isEmpty();
    }

    private static List<String> given(MemberFacts facts, Activity activity) {
        return AccrualEvaluator.evaluate(P14, facts, activity).grants().stream()
                .map(grant -> grant.rule() + " " + grant.points())
                .toList();
    }

    private static Activity won(Side side, String program) {
        return new Activity(
                side.activityType(),
                "steadfast:referral",
                "1",
                ANNA,
                NOON,
                Map.of(Trigger.OnReferral.PROGRAM, List.of(program)));
    }

    private static Activity climb(long metres) {
        return new Activity("activity", "tracker", "1", ANNA, NOON, Map.of("ascent", List.of(Long.toString(metres))));
    }

    private static ProgramVersion version(String template) {
        return new ProgramVersion(
                new ProgramCode(ProgramTemplates.find(template)
                        .orElseThrow()
                        .basics()
                        .code()
                        .value()),
                1,
                ProgramTemplates.find(template).orElseThrow(),
                START);
    }
}
