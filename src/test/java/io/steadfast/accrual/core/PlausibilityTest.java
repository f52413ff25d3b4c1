package io.steadfast.accrual.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.steadfast.programs.ProgramTemplates;
import io.steadfast.programs.core.ProgramDocument;
import io.steadfast.shared.MemberId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is believed at once, and what a person looks at. */
class PlausibilityTest {

    private static final ProgramDocument P7 = ProgramTemplates.find("P7").orElseThrow();
    private static final MemberId ANNA = new MemberId(UUID.fromString("00000000-0000-7000-8000-000000000001"));
    private static final Instant NOON = Instant.parse("2026-06-06T12:00:00Z");

    @Test
    void exactly_the_limit_is_believed_and_a_metre_more_is_not() {
        assertThat(doubts(hike("a", NOON, "15000", "3600"))).isEmpty();
        assertThat(doubts(hike("a", NOON, "15001", "3600"))).singleElement().satisfies(doubt -> {
            assertThat(doubt.reason()).isEqualTo(DoubtReason.TOO_FAST);
            assertThat(doubt.about()).isEqualTo("15.01");
            assertThat(doubt.limit().orElseThrow()).isEqualByComparingTo("15");
        });
        assertThat(reasons(hike("a", NOON, "14999.999", "3599.999"))).containsExactly(DoubtReason.TOO_FAST);
    }

    @Test
    void the_limit_is_for_its_kinds_only_and_needs_figures() {
        assertThat(doubts(activity("a", NOON, Map.of("kind", "ride", "distance", "60000", "duration", "3600"))))
                .isEmpty();
        assertThat(doubts(activity("a", NOON, Map.of("distance", "60000", "duration", "3600"))))
                .isEmpty();
        assertThat(doubts(activity("a", NOON, Map.of("kind", "hike", "distance", "60000"))))
                .isEmpty();
        assertThat(doubts(activity("a", NOON, Map.of("kind", "hike", "duration", "3600"))))
                .isEmpty();
        assertThat(doubts(activity("a", NOON, Map.of("kind", "hike", "distance", "far", "duration", "3600"))))
                .isEmpty();
    }

    @Test
    void a_distance_in_no_time_is_looked_at() {
        assertThat(reasons(hike("a", NOON, "1", "0"))).containsExactly(DoubtReason.NO_TIME_TAKEN);
        assertThat(reasons(hike("a", NOON, "0", "0"))).isEmpty();
    }

    @Test
    void a_duration_may_be_written_as_iso_8601() {
        assertThat(reasons(hike("a", NOON, "15001", "PT1H"))).containsExactly(DoubtReason.TOO_FAST);
        assertThat(reasons(hike("a", NOON, "15000", "PT1H"))).isEmpty();
    }

    @Test
    void one_that_begins_as_the_other_ends_overlaps_nothing() {
        Activity morning = hike("m", NOON.minus(Duration.ofHours(3)), "9000", "10800");
        assertThat(reasons(hike("a", NOON, "3000", "3600"), morning)).isEmpty();
        assertThat(Plausibility.doubts(P7, hike("a", NOON.minusSeconds(1), "3000", "3600"), List.of(morning)))
                .singleElement()
                .satisfies(doubt -> {
                    assertThat(doubt.reason()).isEqualTo(DoubtReason.OVERLAPS);
                    assertThat(doubt.about()).isEqualTo("app/m");
                });
    }

    @Test
    void an_activity_overlaps_neither_itself_nor_what_took_no_time() {
        Activity one = hike("a", NOON, "3000", "3600");
        assertThat(reasons(one, one)).isEmpty();
        assertThat(reasons(one, activity("b", NOON.plusSeconds(60), Map.of("kind", "hike"))))
                .isEmpty();
    }

    @Test
    void another_type_is_not_looked_at() {
        Activity review = new Activity(
                "review",
                "app",
                "r",
                ANNA,
                NOON,
                Map.of("kind", List.of("hike"), "distance", List.of("90000"), "duration", List.of("60")));
        assertThat(Plausibility.doubts(P7, review, List.of(hike("b", NOON, "1", "60"))))
                .isEmpty();
    }

    /** Overlap is mutual, and slower or shorter is never doubted more. */
    @Test
    void two_activities_doubt_each_other_or_neither_does() {
        for (int seed = 0; seed < 2_000; seed++) {
            Random random = new Random(seed);
            Activity one = anyHike("one", random);
            Activity other = anyHike("other", random);
            boolean oneDoubts = reasons(one, other).contains(DoubtReason.OVERLAPS);
            boolean otherDoubts = reasons(other, one).contains(DoubtReason.OVERLAPS);
            assertThat(oneDoubts).as("seed %d", seed).isEqualTo(otherDoubts);
            ActivitySpan first = ActivitySpan.of(one).orElseThrow();
            ActivitySpan second = ActivitySpan.of(other).orElseThrow();
            long shared = Math.min(
                            first.until().getEpochSecond(), second.until().getEpochSecond())
                    - Math.max(first.from().getEpochSecond(), second.from().getEpochSecond());
            boolean took = first.from().isBefore(first.until()) && second.from().isBefore(second.until());
            if (took) {
                assertThat(oneDoubts).as("seed %d", seed).isEqualTo(shared > 0);
            }
        }
    }

    @Test
    void who_is_believed_is_believed_when_slower() {
        for (int seed = 0; seed < 2_000; seed++) {
            Random random = new Random(seed);
            long metres = random.nextInt(60_000);
            long seconds = 1 + random.nextInt(20_000);
            boolean believed = reasons(hike("a", NOON, Long.toString(metres), Long.toString(seconds)))
                    .isEmpty();
            assertThat(believed).as("seed %d", seed).isEqualTo(metres * 36 <= 150 * seconds);
            if (believed) {
                assertThat(reasons(hike("a", NOON, Long.toString(metres), Long.toString(seconds + 1))))
                        .as("seed %d", seed)
                        .isEmpty();
            }
        }
    }

    private static Activity anyHike(String reference, Random random) {
        return hike(
                reference,
                NOON.plusSeconds(random.nextInt(40) * 600L),
                "100",
                Integer.toString(random.nextInt(20) * 600));
    }

    private static List<Doubt> doubts(Activity activity) {
        return Plausibility.doubts(P7, activity, List.of());
    }

    private static List<DoubtReason> reasons(Activity activity, Activity... others) {
        return Plausibility.doubts(P7, activity, List.of(others)).stream()
                .map(Doubt::reason)
                .toList();
    }

    private static Activity hike(String reference, Instant start, String metres, String seconds) {
        return activity(reference, start, Map.of("kind", "hike", "distance", metres, "duration", seconds));
    }

    private static Activity activity(String reference, Instant start, Map<String, String> attributes) {
        Map<String, List<String>> all = new java.util.HashMap<>();
        attributes.forEach((name, value) -> all.put(name, List.of(value)));
        return new Activity("activity", "app", reference, ANNA, start, all);
    }
}
