package io.steadfast.programs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.steadfast.platform.refusals.Refusal;
import io.steadfast.programs.core.ChangeNotice;
import io.steadfast.programs.core.ProgramDraft;
import io.steadfast.shared.ProgramCode;
import io.steadfast.support.AtWork;
import io.steadfast.support.ContainerTest;
import io.steadfast.support.TestPrograms;
import io.steadfast.support.TestTenant;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The notice that a version in force promises before a change holds at every door. */
class ChangePromiseServiceIT extends ContainerTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Instant IN_TIME = Instant.parse("2026-03-16T00:00:00Z");
    private static final ProgramCode CLUB = new ProgramCode("club");
    private static final String PROMISE = ",\"changeNoticeDays\":14";

    @Inject
    private ProgramService programs;

    @Inject
    private PublishService publishing;

    @Inject
    private AtWork work;

    private TestTenant tenant;

    @BeforeEach
    void promise() throws Exception {
        tenant = TestPrograms.sandboxWith(NOW, "P1", Instant.parse("2026-01-01T00:00:00Z"));
        // To promise something is a change that was promised nothing before.
        change("\"closing\":{}", "\"closing\":{}" + PROMISE);
        publish(NOW.minusSeconds(60), ChangeNotice.Declared.NOTHING);
    }

    @Test
    void a_change_waits_for_the_days_that_members_were_promised() throws Exception {
        change("\"per\":{\"GBP\":100}", "\"per\":{\"GBP\":200}");
        assertTooShort(NOW);
        assertTooShort(IN_TIME.minusSeconds(1));
        publish(IN_TIME, ChangeNotice.Declared.NOTHING);
    }

    @Test
    void the_promise_itself_is_not_taken_back_without_notice() throws Exception {
        change(PROMISE, "");
        assertTooShort(NOW);
    }

    @Test
    void what_members_do_not_read_needs_none_and_what_is_in_their_favour_is_declared() throws Exception {
        change("\"grossMarginPercent\":40", "\"grossMarginPercent\":41");
        publish(NOW, ChangeNotice.Declared.NOTHING);
        change("\"per\":{\"GBP\":100}", "\"per\":{\"GBP\":50}");
        assertTooShort(NOW.plusSeconds(60));
        publish(NOW.plusSeconds(60), ChangeNotice.Declared.IN_MEMBERS_FAVOUR);
    }

    @Test
    void the_api_names_the_first_instant_and_takes_the_callers_word() throws Exception {
        change("\"per\":{\"GBP\":100}", "\"per\":{\"GBP\":50}");
        Map<String, Object> now = Map.of("effectiveFrom", NOW.toString());
        assertThat(tenant.api()
                        .post("/programs/club/draft/publish", now)
                        .expect(422)
                        .json()
                        .toString())
                .contains("CHANGE_NOTICE_TOO_SHORT", IN_TIME.toString());
        tenant.api()
                .post("/programs/club/draft/publish", Map.of("effectiveFrom", NOW.toString(), "inMembersFavour", true))
                .expect(201);
    }

    private void change(String from, String to) throws Exception {
        ProgramDraft draft = work.call(tenant, () -> programs.draft(CLUB, Optional.empty()));
        String text = ProgramDocumentCodec.write(draft.document());
        assertThat(text).contains(from);
        work.call(
                tenant,
                () -> programs.save(
                        CLUB, Optional.empty(), draft.version(), ProgramDocumentCodec.read(text.replace(from, to))));
    }

    private void publish(Instant from, ChangeNotice.Declared declared) throws Exception {
        work.call(tenant, () -> publishing.publish(CLUB, Optional.empty(), from, declared));
    }

    private void assertTooShort(Instant from) {
        assertThatThrownBy(() -> publish(from, ChangeNotice.Declared.NOTHING))
                .isInstanceOf(Refusal.class)
                .hasMessage("CHANGE_NOTICE_TOO_SHORT");
    }
}
