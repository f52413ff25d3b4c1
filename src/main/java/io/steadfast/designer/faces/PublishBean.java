package io.steadfast.designer.faces;

import io.steadfast.accrual.WhatIfService;
import io.steadfast.platform.faces.FrameBean;
import io.steadfast.platform.faces.PageTexts;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.platform.security.SecurityRefusal;
import io.steadfast.platform.time.TenantClock;
import io.steadfast.programs.ProgramDocumentCodec;
import io.steadfast.programs.ProgramService;
import io.steadfast.programs.PublishService;
import io.steadfast.programs.core.ProgramDraft;
import io.steadfast.programs.core.ProgramRefusal;
import io.steadfast.programs.core.ProgramVersion;
import io.steadfast.programs.core.PublishedVersion;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.omnifaces.util.Faces;

/** The page console/publish: what changes against what is in force, from when on, and the versions there have been. */
@Named("publish")
@RequestScoped
public class PublishBean {
    private static final int MOST_CASES = 20;

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
    private PageTexts t;

    @Inject
    private WhatIfService whatIf;

    private String wrong = "";
    private @Nullable Optional<WhatIfService.WhatIf> affected;

    /** The version the draft is compared with: the latest, which it follows. */
    public Optional<PublishedVersion> getBefore() {
        return drafts.getVersions().stream().findFirst();
    }

    public List<Changes> getChanges() {
        return getBefore()
                .map(before -> Changes.between(before.version().document(), drafts.document(), frame.getLocale()))
                .orElse(List.of());
    }

    /** The latest real orders, judged by the draft and by the version it follows; empty before there is one. */
    public Optional<WhatIfService.WhatIf> getAffected() {
        if (affected == null) {
            affected = getBefore()
                    .filter(before -> drafts.isChanged())
                    .map(before -> whatIf.compare(before.version().document(), drafts.document(), WhatIfService.MOST));
        }
        return affected;
    }

    /** The first of those that differ; more than a page of them helps nobody. */
    public List<WhatIfService.Case> getCases() {
        return getAffected().map(WhatIfService.WhatIf::cases).orElse(List.of()).stream()
                .limit(MOST_CASES)
                .toList();
    }

    /** What a version changed against the one before it; nothing for the first. */
    public List<Changes> changes(PublishedVersion version) {
        return drafts.getVersions().stream()
                .filter(one -> one.version().version() == version.version().version() - 1)
                .findFirst()
                .map(before -> Changes.between(
                        before.version().document(), version.version().document(), frame.getLocale()))
                .orElse(List.of());
    }

    /** Whether another version was published since the draft was begun. */
    public boolean isSuperseded() {
        return !drafts.getDraft().baseVersion().equals(drafts.getSummary().latest());
    }

    /** Takes note that the draft is meant for the latest version, whose differences the page shows. */
    public String rebase() {
        refuse("PROGRAMS_EDIT");
        service.rebase(drafts.code(), Optional.of(drafts.getDraft().id()));
        return "/console/publish?faces-redirect=true&" + named();
    }

    /** Puts the draft in force, now or from the day that was typed on. */
    public String publish() {
        refuse("PROGRAMS_PUBLISH");
        String typed = drafts.parameter("from").strip();
        try {
            Instant from = typed.isEmpty()
                    ? clock.now()
                    : LocalDate.parse(typed)
                            .atStartOfDay(drafts.document().basics().zone())
                            .toInstant();
            ProgramVersion made = publisher.publish(
                    drafts.code(), Optional.of(drafts.getDraft().id()), from);
            return "/console/program?faces-redirect=true&published=" + made.version() + "&" + named();
        } catch (DateTimeException noDay) {
            wrong = t.with("designer", "not_a_day", "typed", typed);
            return "";
        }
    }

    /** A new draft that says what an earlier version said. */
    public String copy(int version) {
        refuse("PROGRAMS_EDIT");
        ProgramVersion wanted =
                service.version(drafts.code(), version).orElseThrow(() -> new Refusal(ProgramRefusal.VERSION_UNKNOWN));
        ProgramDraft draft = service.newDraft(drafts.code());
        service.save(drafts.code(), Optional.of(draft.id()), draft.version(), wanted.document());
        return "/console/program?faces-redirect=true&code=" + drafts.code().value() + "&draft=" + draft.id();
    }

    /** Sends the draft's document as a file: the program as code, the same bytes that an import reads. */
    public void export() throws IOException {
        byte[] document = ProgramDocumentCodec.write(drafts.document()).getBytes(StandardCharsets.UTF_8);
        Faces.sendFile(document, drafts.code().value() + ".json", true);
    }

    private String named() {
        return "code=" + drafts.code().value() + "&draft=" + drafts.getDraft().id();
    }

    private void refuse(String permission) {
        if (!frame.may(permission)) {
            throw new Refusal(SecurityRefusal.NOT_PERMITTED);
        }
    }

    /** Whether the version hasn't begun to judge yet. */
    public boolean isAhead(PublishedVersion version) {
        return version.version().effectiveFrom().isAfter(clock.now());
    }

    /** What was typed as a day and is none; empty when all is well. */
    public String getWrong() {
        return wrong;
    }
}
