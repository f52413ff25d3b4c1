package io.steadfast.programs;

import io.steadfast.platform.audit.AuditTrail;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.platform.security.CurrentActor;
import io.steadfast.platform.time.TenantClock;
import io.steadfast.programs.core.ProgramDocument;
import io.steadfast.programs.core.ProgramDraft;
import io.steadfast.programs.core.ProgramRefusal;
import io.steadfast.programs.core.ProgramSummary;
import io.steadfast.programs.store.ProgramDraftEntity;
import io.steadfast.programs.store.ProgramRepository;
import io.steadfast.programs.store.PublishingStore;
import io.steadfast.shared.ProgramCode;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Several drafts of one program: what they are called, what one takes over from another's publish, and their end. */
@Stateless
public class DraftService {

    private static final int MOST_OF_LABEL = 60;

    @Inject
    private ProgramService programs;

    @Inject
    private ProgramRepository rows;

    @Inject
    private PublishingStore publishing;

    @Inject
    private DraftDesk desk;

    @Inject
    private FirstDrafts firsts;

    @Inject
    private TenantClock clock;

    @Inject
    private CurrentActor actor;

    @Inject
    private AuditTrail audit;

    /**
     * Puts in place of a draft what became of it with what was published meanwhile, and takes note of that. Refuses as {@link
     * ProgramService#save} does.
     */
    public ProgramDraft rebaseWith(ProgramCode program, UUID id, long version, ProgramDocument merged) {
        programs.save(program, Optional.of(id), version, merged);
        return programs.rebase(program, Optional.of(id));
    }

    /**
     * What a program without a draft is worked on in: it says what was published last and is kept from its first {@link ProgramService#save} or
     * {@link #begin} on. Refuses {@code PROGRAM_UNKNOWN} (404).
     */
    public ProgramDraft firstDraft(ProgramCode program) {
        return firsts.of(program).orElseThrow(() -> new Refusal(ProgramRefusal.PROGRAM_UNKNOWN));
    }

    /** The draft named, kept from now on where it was only looked at. Refuses as {@link ProgramService#draft} does. */
    public ProgramDraft begin(ProgramCode program, UUID id) {
        return firsts.of(program, Optional.of(id))
                .map(first -> DraftDesk.draft(firsts.begin(first)))
                .orElseGet(() -> programs.draft(program, Optional.of(id)));
    }

    /** Calls a draft something, so that people know it from others. Refuses as {@link ProgramService#draft} does. */
    public ProgramDraft call(ProgramCode program, UUID id, String label) {
        ProgramDraftEntity row = desk.found(program, Optional.of(id));
        row.call(
                label.strip().substring(0, Math.min(MOST_OF_LABEL, label.strip().length())));
        rows.written();
        return DraftDesk.draft(row);
    }

    /** Throws a draft away for good. Refuses as {@link ProgramService#draft} does, and {@code LAST_DRAFT} where nothing else is left (409). */
    public void discard(ProgramCode program, UUID id) {
        ProgramDraftEntity row = desk.found(program, Optional.of(id));
        ProgramSummary summary = programs.find(program).orElseThrow(() -> new Refusal(ProgramRefusal.PROGRAM_UNKNOWN));
        if (summary.drafts().size() == 1 && summary.inForce().isEmpty()) {
            throw new Refusal(ProgramRefusal.LAST_DRAFT);
        }
        publishing.sendBack(id, actor.actor().name(), clock.now());
        rows.removeDraft(row);
        audit.record("draft.discarded", "program", program.value(), Map.of("draft", id.toString()), null);
    }
}
