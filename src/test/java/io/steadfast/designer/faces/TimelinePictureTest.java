package io.steadfast.designer.faces;

import static org.assertj.core.api.Assertions.assertThat;

import io.steadfast.programs.ProgramTemplates;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TimelinePictureTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 10);
    private static final Instant NOW = Instant.parse("2026-03-10T18:00:00Z");

    @Test
    void days_stand_to_scale_between_the_margins_and_months_are_named() {
        TimelinePicture picture = drawn(stop(TODAY), stop(LocalDate.of(2026, 9, 10)), stop(LocalDate.of(2027, 3, 10)));
        assertThat(picture.dots()).extracting(TimelinePicture.Dot::x).containsExactly(12, 141, 268);
        assertThat(picture.dots()).extracting(TimelinePicture.Dot::number).containsExactly(1, 2, 3);
        assertThat(picture.stretches()).hasSize(2);
        assertThat(picture.ticks())
                .extracting(TimelinePicture.Tick::name)
                .containsExactly("Apr 26", "Jul 26", "Oct 26", "Jan 27");
        assertThat(picture.ticks()).isSortedAccordingTo((one, other) -> Integer.compare(one.x(), other.x()));
    }

    @Test
    void stops_of_one_day_stand_beside_each_other_and_none_leaves_the_drawing() {
        TimelinePicture picture = drawn(
                stop(TODAY),
                stop(TODAY),
                stop(TODAY.plusDays(1)),
                stop(TODAY.plusYears(3)),
                stop(TODAY.plusYears(3)),
                never());
        List<Integer> places =
                picture.dots().stream().map(TimelinePicture.Dot::x).toList();
        assertThat(places)
                .allMatch(x -> x >= 12 && x <= 268)
                .doesNotHaveDuplicates()
                .isSorted();
        for (int at = 1; at < places.size(); at++) {
            assertThat(places.get(at) - places.get(at - 1)).isGreaterThanOrEqualTo(17);
        }
        assertThat(picture.ticks()).extracting(TimelinePicture.Tick::name).containsExactly("2027", "2028", "2029");
    }

    @Test
    void one_stop_is_no_line_and_what_never_comes_stands_at_its_end() {
        assertThat(TimelinePicture.of(List.of(stop(TODAY)), Locale.ENGLISH)).isEmpty();
        assertThat(drawn(stop(TODAY), never()).dots())
                .extracting(TimelinePicture.Dot::x)
                .containsExactly(12, 268);
    }

    @Test
    void a_tier_reached_today_has_its_last_day_and_points_of_today_lapse_on_the_calendar() {
        assertThat(Timeline.ofTiers(say("P2"), NOW, LocalDate::toString))
                .extracting(stop -> stop.day() + " " + stop.what())
                .containsExactly(
                        "2026-03-10 An order of today reaches the threshold",
                        "2027-12-31 Last day of VIB, if nothing follows");
        assertThat(Timeline.ofTiers(say("P1"), NOW, LocalDate::toString)).isEmpty();
        assertThat(Timeline.of(say("P2"), NOW, LocalDate::toString))
                .extracting(Timeline.Stop::day)
                .containsExactly("2026-03-10", "2027-03-10");
        assertThat(Timeline.of(say("P1"), NOW, LocalDate::toString))
                .extracting(Timeline.Stop::day)
                .containsExactly("2026-03-10", "∞");
    }

    private static Say say(String template) {
        return new Say(ProgramTemplates.find(template).orElseThrow(), Locale.ENGLISH);
    }

    private static TimelinePicture drawn(Timeline.Stop... stops) {
        return TimelinePicture.of(List.of(stops), Locale.ENGLISH).orElseThrow();
    }

    private static Timeline.Stop stop(LocalDate day) {
        return new Timeline.Stop(Optional.of(day), day.toString(), "something", "gain");
    }

    private static Timeline.Stop never() {
        return new Timeline.Stop(Optional.empty(), "∞", "never", "gain");
    }
}
