package io.steadfast.designer.faces;

import io.steadfast.designer.DocumentMerge;
import io.steadfast.platform.faces.FrameBean;
import io.steadfast.platform.faces.PageTexts;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.platform.security.SecurityRefusal;
import io.steadfast.programs.DraftService;
import io.steadfast.programs.ProgramService;
import io.steadfast.programs.core.ProgramDocument;
import io.steadfast.programs.core.ProgramDraft;
import io.steadfast.programs.core.ProgramVersion;
import io.steadfast.programs.core.PublishedVersion;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The drafts of a program: which there are, which one is worked on, and how one takes over what another one published. */
@Named("switcher")
@RequestScoped
public class SwitcherBean {

    @Inject
    private DraftsBean drafts;

    @Inject
    private EditHistoryBean history;

    @Inject
    private ProgramService service;

    @Inject
    private DraftService shelf;

    @Inject
    private FrameBean frame;

    @Inject
    private PageTexts t;

    private @Nullable Optional<DocumentMerge.Merged> merged;

    public List<ProgramDraft> getAll() {
        return drafts.getSummary().drafts();
    }

    public boolean isSeveral() {
        return getAll().size() > 1;
    }

    public boolean isShown(ProgramDraft draft) {
        return draft.id().equals(drafts.getDraft().id());
    }

    /** What people call a draft, or its number. */
    public String name(ProgramDraft draft) {
        if (!draft.label().isEmpty()) {
            return draft.label();
        }
        int number = getAll().stream().map(ProgramDraft::id).toList().indexOf(draft.id()) + 1;
        return t.with("designer", "draft_number", "number", Math.max(1, number));
    }

    public String begin() {
        refuse();
        return to(service.newDraft(drafts.code()));
    }

    public String rename() {
        refuse();
        return to(shelf.call(drafts.code(), drafts.begun().id(), drafts.parameter("label")));
    }

    public String discard() {
        refuse();
        shelf.discard(drafts.code(), drafts.begun().id());
        return "/console/program?faces-redirect=true&code=" + drafts.code().value();
    }

    /** Whether another version was published since the draft was begun. */
    public boolean isSuperseded() {
        return !drafts.getDraft().baseVersion().equals(drafts.getSummary().latest());
    }

    /** What was published since, in sentences. */
    public List<Changes> getMeanwhile() {
        return base().flatMap(base -> latest().map(
                                latest -> Changes.between(base, latest.version().document(), frame.getLocale())))
                .orElse(List.of());
    }

    /** The version published last, with who did it. */
    public Optional<PublishedVersion> latest() {
        return drafts.standing().stream().findFirst();
    }

    private Optional<ProgramDocument> base() {
        return drafts.getDraft()
                .baseVersion()
                .flatMap(base -> service.version(drafts.code(), base))
                .map(ProgramVersion::document);
    }

    /** The draft with what was published meanwhile; empty where they have no version in common or don't fit together. */
    public Optional<DocumentMerge.Merged> getMerged() {
        if (merged == null) {
            merged = isSuperseded() ? merge() : Optional.empty();
        }
        return merged;
    }

    private Optional<DocumentMerge.Merged> merge() {
        try {
            return base().flatMap(base -> latest().map(latest ->
                    DocumentMerge.of(base, drafts.document(), latest.version().document())));
        } catch (Refusal unreadable) {
            return Optional.empty();
        }
    }

    /** Takes over what was published meanwhile; what both changed stays as the draft has it. One step back undoes it. */
    public String takeOver() {
        refuse();
        getMerged().ifPresent(one -> {
            ProgramDraft before = drafts.begun();
            shelf.rebaseWith(drafts.code(), before.id(), before.version(), one.document());
            history.changed(before.id(), before.document());
        });
        return "/console/publish?faces-redirect=true&code=" + drafts.code().value() + "&draft="
                + drafts.getDraft().id();
    }

    private static String to(ProgramDraft draft) {
        return "/console/program?faces-redirect=true&code=" + draft.program().value() + "&draft=" + draft.id();
    }

    private void refuse() {
        if (!frame.may("PROGRAMS_EDIT")) {
            throw new Refusal(SecurityRefusal.NOT_PERMITTED);
        }
    }
}
