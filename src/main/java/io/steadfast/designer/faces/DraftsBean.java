package io.steadfast.designer.faces;

import io.steadfast.platform.faces.FrameBean;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.platform.security.SecurityRefusal;
import io.steadfast.programs.DraftService;
import io.steadfast.programs.ProgramDocumentCodec;
import io.steadfast.programs.ProgramService;
import io.steadfast.programs.core.ProgramDocument;
import io.steadfast.programs.core.ProgramDraft;
import io.steadfast.programs.core.ProgramRefusal;
import io.steadfast.programs.core.ProgramSummary;
import io.steadfast.programs.core.PublishedVersion;
import io.steadfast.shared.ProgramCode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The program and the draft that a page is about. Keeps nothing between requests: the page names program, draft and the
 * draft's version, and a save of anything older is refused.
 */
@Named("drafts")
@RequestScoped
public class DraftsBean {

    @Inject
    private ProgramService service;

    @Inject
    private DraftService shelf;

    @Inject
    private FrameBean frame;

    @Inject
    private HttpServletRequest request;

    private @Nullable ProgramSummary summary;
    private @Nullable ProgramDraft draft;
    private @Nullable List<PublishedVersion> versions;
    private @Nullable Boolean changed;

    public ProgramCode code() {
        String code = parameter("code");
        try {
            return new ProgramCode(code);
        } catch (IllegalArgumentException noCode) {
            throw new Refusal(ProgramRefusal.PROGRAM_UNKNOWN);
        }
    }

    public ProgramSummary getSummary() {
        if (summary == null) {
            if (!frame.may("PROGRAMS_VIEW")) {
                throw new Refusal(SecurityRefusal.NOT_PERMITTED);
            }
            summary = service.find(code()).orElseThrow(() -> new Refusal(ProgramRefusal.PROGRAM_UNKNOWN));
        }
        return summary;
    }

    /**
     * The draft one works on: the one named, else the one changed last, else what was published last, which nothing keeps as long
     * as one only looks.
     */
    public ProgramDraft getDraft() {
        if (draft == null) {
            Optional<UUID> named = named();
            List<ProgramDraft> own = getSummary().drafts();
            draft = named.isPresent()
                    ? service.draft(code(), named)
                    : own.stream().findFirst().orElseGet(() -> shelf.firstDraft(code()));
        }
        return draft;
    }

    /** The same for whoever changes something: kept from now on. */
    ProgramDraft begun() {
        draft = shelf.begin(code(), getDraft().id());
        changed = null;
        return draft;
    }

    private Optional<UUID> named() {
        try {
            return Optional.of(parameter("draft")).filter(id -> !id.isEmpty()).map(UUID::fromString);
        } catch (IllegalArgumentException noId) {
            throw new Refusal(ProgramRefusal.DRAFT_UNKNOWN);
        }
    }

    public ProgramDocument document() {
        return getDraft().document();
    }

    /**
     * Puts a document in place of the draft's. Refuses {@code DRAFT_CHANGED} where somebody saved it since the page was
     * shown.
     */
    void save(ProgramDocument document) {
        ProgramDraft before = getDraft();
        draft = service.save(code(), Optional.of(before.id()), shownVersion().orElse(before.version()), document);
        changed = null;
    }

    /** The draft as it stands now, whoever saved it. */
    void readAgain() {
        draft = service.draft(code(), Optional.of(getDraft().id()));
        changed = null;
    }

    /** The version of the draft that the page shows; empty where the page doesn't say. */
    Optional<Long> shownVersion() {
        return Optional.of(parameter("version"))
                .filter(shown -> shown.matches("[0-9]{1,18}"))
                .map(Long::valueOf);
    }

    public List<PublishedVersion> getVersions() {
        if (versions == null) {
            versions = service.versions(code());
        }
        return versions;
    }

    /** Those that weren't taken back, the latest first. */
    List<PublishedVersion> standing() {
        return getVersions().stream()
                .filter(version -> version.withdrawn().isEmpty())
                .toList();
    }

    /** Whether the draft says something else than the version published last. */
    public boolean isChanged() {
        if (changed == null) {
            changed = standing().stream()
                    .findFirst()
                    .map(last -> !ProgramDocumentCodec.write(last.version().document())
                            .equals(ProgramDocumentCodec.write(document())))
                    .orElse(true);
        }
        return changed;
    }

    /** A parameter of the call; empty where it isn't given. */
    String parameter(String name) {
        return given(name).orElse("");
    }

    Optional<String> given(String name) {
        return Optional.ofNullable(request.getParameter(name));
    }
}
