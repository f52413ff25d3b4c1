package io.steadfast.programs.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.steadfast.programs.ProgramDocumentCodec;
import io.steadfast.programs.ProgramTemplates;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ChangeNoticeTest {

    @Test
    void a_change_begins_at_the_first_midnight_of_the_zone_after_the_promised_days() {
        // Europe/London, whose summer begins on 29 March.
        assertThat(ChangeNotice.earliest(promising("30"), Instant.parse("2026-03-10T10:00:00Z")))
                .contains(Instant.parse("2026-04-09T23:00:00Z"));
        assertThat(ChangeNotice.earliest(promising("7"), Instant.parse("2026-03-10T00:00:00Z")))
                .contains(Instant.parse("2026-03-17T00:00:00Z"));
        assertThat(ChangeNotice.earliest(ProgramTemplates.find("P1").orElseThrow(), Instant.EPOCH))
                .isEmpty();
    }

    @Test
    void no_days_and_more_than_a_year_are_no_promise() {
        for (String days : new String[] {"0", "366"}) {
            assertThat(promising(days).problems())
                    .extracting(Problem::code)
                    .contains(ProblemCode.CHANGE_NOTICE_OUT_OF_RANGE);
        }
        assertThat(promising("365").problems())
                .extracting(Problem::code)
                .doesNotContain(ProblemCode.CHANGE_NOTICE_OUT_OF_RANGE);
    }

    private static ProgramDocument promising(String days) {
        ProgramDocument document = ProgramTemplates.find("P1").orElseThrow();
        String clauses = "\"closing\":{}";
        String text = ProgramDocumentCodec.write(document);
        assertThat(text).contains(clauses);
        return ProgramDocumentCodec.read(text.replace(clauses, clauses + ",\"changeNoticeDays\":" + days));
    }
}
