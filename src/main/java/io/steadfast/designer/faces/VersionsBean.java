package io.steadfast.designer.faces;

import io.steadfast.platform.faces.Formats;
import io.steadfast.platform.faces.FrameBean;
import io.steadfast.platform.faces.PageTexts;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.platform.security.SecurityRefusal;
import io.steadfast.platform.time.TenantClock;
import io.steadfast.programs.ProgramService;
import io.steadfast.programs.PublishService;
import io.steadfast.programs.core.ProgramDraft;
import io.steadfast.programs.core.ProgramRefusal;
import io.steadfast.programs.core.ProgramVersion;
import io.steadfast.programs.core.PublishedVersion;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;

/** The versions a program has had: what each changed, who made it, and the ways back to one. */
@Named("versions")
@RequestScoped
public class VersionsBean {

    private static final String FEATURE = "designer";

    @Inject
    private DraftsBean drafts;

    @Inject
    private ProgramService service;

    @Inject
    private PublishService publisher;

    @Inject
    private TenantClock clock;

    @Inject
    private FrameBean frame;

    @Inject
    private Formats formats;

    @Inject
    private PageTexts t;

    public List<PublishedVersion> getAll() {
        return drafts.getVersions();
    }

    /** What a version changed against the standing one before it; nothing for the first. */
    public List<Changes> changes(PublishedVersion version) {
        return drafts.standing().stream()
                .filter(one -> one.version().version() < version.version().version())
                .findFirst()
                .map(before -> Changes.between(
                        before.version().document(), version.version().document(), frame.getLocale()))
                .orElse(List.of());
    }

    /** Whether nothing came before it. */
    public boolean isFirst(PublishedVersion version) {
        return drafts.standing().stream()
                .noneMatch(one -> one.version().version() < version.version().version());
    }

    public boolean isInForce(PublishedVersion version) {
        return drafts.getSummary()
                .inForce()
                .equals(Optional.of(version.version().version()));
    }

    /** Whether the version stands and hasn't begun to judge yet. */
    public boolean isAhead(PublishedVersion version) {
        return version.withdrawn().isEmpty()
                && version.version().effectiveFrom().isAfter(clock.now());
    }

    /**
     * What is asked before a version is taken back. One person alone may stop what two agreed on, because nobody may be reached
     * before it begins and taking it back changes nothing for any member; but it is said, before and afterwards.
     */
    public String withdrawText(PublishedVersion version) {
        String day = formats.dayAndTime(version.version().effectiveFrom());
        return version.askedBy()
                .map(asker ->
                        t.with(FEATURE, "withdraw_text_two", "day", day, "asker", asker, "name", version.publishedBy()))
                .orElseGet(() -> t.with(FEATURE, "withdraw_text", "day", day));
    }

    /** The latest version, where two agreed on it and it was taken back: everybody is told until another one is published. */
    public Optional<PublishedVersion> getUndone() {
        return getAll().stream()
                .findFirst()
                .filter(version -> version.withdrawn().isPresent())
                .filter(version -> version.askedBy().isPresent());
    }

    /** Takes a version back that hasn't begun. */
    public String withdraw(int version) {
        refuse("PROGRAMS_PUBLISH");
        publisher.withdraw(drafts.code(), version);
        return "/console/publish?faces-redirect=true&withdrawn=" + version + "&" + named(drafts.getDraft());
    }

    /** A new draft that says what an earlier version said, to be worked on. */
    public String copy(int version) {
        return "/console/program?faces-redirect=true&" + named(draftOf(version));
    }

    /** The same, to be published as it is: the way back to how it was. */
    public String goBack(int version) {
        return "/console/publish?faces-redirect=true&" + named(draftOf(version));
    }

    private ProgramDraft draftOf(int version) {
        refuse("PROGRAMS_EDIT");
        ProgramVersion wanted =
                service.version(drafts.code(), version).orElseThrow(() -> new Refusal(ProgramRefusal.VERSION_UNKNOWN));
        ProgramDraft draft = service.newDraft(drafts.code());
        return service.save(drafts.code(), Optional.of(draft.id()), draft.version(), wanted.document());
    }

    private static String named(ProgramDraft draft) {
        return "code=" + draft.program().value() + "&draft=" + draft.id();
    }

    private void refuse(String permission) {
        if (!frame.may(permission)) {
            throw new Refusal(SecurityRefusal.NOT_PERMITTED);
        }
    }
}
