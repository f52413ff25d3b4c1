package io.steadfast.programs;

import io.steadfast.platform.audit.AuditTrail;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.platform.security.CurrentActor;
import io.steadfast.platform.time.TenantClock;
import io.steadfast.programs.core.ProgramDocument;
import io.steadfast.programs.core.ProgramDraft;
import io.steadfast.programs.core.ProgramRefusal;
import io.steadfast.programs.core.ProgramSummary;
import io.steadfast.programs.core.ProgramVersion;
import io.steadfast.programs.core.PublishedVersion;
import io.steadfast.programs.core.Wallet;
import io.steadfast.programs.store.ProgramDraftEntity;
import io.steadfast.programs.store.ProgramRepository;
import io.steadfast.programs.store.ProgramRepository.VersionStart;
import io.steadfast.programs.store.PublishingStore;
import io.steadfast.shared.ProgramCode;
import io.steadfast.shared.WalletCode;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The door of programs: drafts, and the versions that are in force. {@link PublishService} publishes. */
@Stateless
public class ProgramService {

    private static final int MOST_OF_CODE = 64;

    @Inject
    private ProgramRepository programs;

    @Inject
    private PublishedPrograms published;

    @Inject
    private TriedDraft tried;

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

    @Inject
    private Event<TemplateOpened> opened;

    /** The version that judges what happens at the instant: the latest that begins by then. */
    public Optional<ProgramVersion> inForce(ProgramCode program, Instant at) {
        return inForce(List.of(program), at).stream().findFirst();
    }

    /** The versions of several programs that judge what happens at the instant; a program not in force yet is left out. */
    public List<ProgramVersion> inForce(Collection<ProgramCode> codes, Instant at) {
        List<ProgramVersion> inForce = new ArrayList<>();
        String last = "";
        for (VersionStart start : programs.starts(codes)) {
            if (!start.program().equals(last) && !start.effectiveFrom().isAfter(at)) {
                inForce.add(published.version(new ProgramCode(start.program()), start.version()));
                last = start.program();
            }
        }
        return tried.over(inForce, codes);
    }

    /**
     * Lets a draft judge in place of what is in force until the transaction under way is undone, which it must be. Refuses {@code
     * DRAFT_NOT_FOUND} (422).
     */
    public void tryOut(UUID draft) {
        ProgramDraft found = programs.draft(draft)
                .map(DraftDesk::draft)
                .orElseThrow(() -> new Refusal(ProgramRefusal.DRAFT_NOT_FOUND));
        int next = find(found.program()).flatMap(ProgramSummary::latest).orElse(0) + 1;
        tried.put(new ProgramVersion(found.program(), next, found.document(), Instant.EPOCH));
    }

    /** A version by its number. */
    public Optional<ProgramVersion> version(ProgramCode program, int version) {
        return tried.of(program, version)
                .or(() -> published.known(program, version))
                .or(() -> programs.version(program, version).map(published::version));
    }

    /** The versions that were in force at some time up to the instant, the earliest first. */
    public List<ProgramVersion> inForceUpTo(ProgramCode program, Instant at) {
        return programs.starts(List.of(program)).stream()
                .filter(start -> !start.effectiveFrom().isAfter(at))
                .map(start -> published.version(program, start.version()))
                .sorted(Comparator.comparing(ProgramVersion::effectiveFrom).thenComparing(ProgramVersion::version))
                .toList();
    }

    /**
     * Has all versions' starts read in one round trip with whatever else is asked: {@link #inForce} costs nothing then until the
     * transaction ends.
     */
    public void lookAhead() {
        programs.lookAhead();
    }

    /** All published versions, those taken back too, the latest first; empty for an unknown program. */
    public List<PublishedVersion> versions(ProgramCode program) {
        Map<Integer, String> asked = publishing.asked(program);
        Map<Integer, PublishedVersion.Withdrawal> withdrawn = publishing.withdrawn(program);
        return programs.versions(program).stream()
                .map(row -> new PublishedVersion(
                        published.version(row),
                        row.publishedAt.toInstant(),
                        row.actorName,
                        Optional.ofNullable(asked.get(row.version)),
                        Optional.ofNullable(withdrawn.get(row.version))))
                .toList();
    }

    public Optional<ProgramSummary> find(ProgramCode program) {
        return programs.exists(program) ? summaries(List.of(program)).stream().findFirst() : Optional.empty();
    }

    /** Programs by code, after the given one ({@code ""} for the first), at most so many. */
    public List<ProgramSummary> list(String after, int most) {
        return summaries(programs.codes(after, most));
    }

    /** Codes of programs in their order, after the given one ({@code ""} for the first), at most so many. */
    public List<ProgramCode> codes(String after, int most) {
        return programs.codes(after, most);
    }

    private List<ProgramSummary> summaries(List<ProgramCode> codes) {
        Instant now = clock.now();
        List<VersionStart> starts = programs.starts(codes);
        List<ProgramDraftEntity> drafts = programs.drafts(codes);
        List<ProgramSummary> summaries = new ArrayList<>();
        for (ProgramCode code : codes) {
            List<VersionStart> own = starts.stream()
                    .filter(start -> start.program().equals(code.value()))
                    .toList();
            Optional<Integer> latest = own.stream().map(VersionStart::version).findFirst();
            List<ProgramDraft> ownDrafts = drafts.stream()
                    .filter(draft -> draft.program.equals(code.value()))
                    .map(DraftDesk::draft)
                    .toList();
            ProgramDocument document = latest.map(
                            version -> published.version(code, version).document())
                    .orElseGet(() -> unpublished(code, ownDrafts));
            summaries.add(new ProgramSummary(
                    code,
                    own.stream()
                            .filter(start -> !start.effectiveFrom().isAfter(now))
                            .map(VersionStart::version)
                            .findFirst(),
                    latest,
                    document,
                    ownDrafts));
        }
        return summaries;
    }

    /** What a program without a standing version says: its draft, or what was taken back last. */
    private ProgramDocument unpublished(ProgramCode code, List<ProgramDraft> drafts) {
        return drafts.stream()
                .findFirst()
                .map(ProgramDraft::document)
                .orElseGet(
                        () -> published.version(programs.versions(code).get(0)).document());
    }

    /**
     * Begins a program with one draft.
     *
     * <p>Refuses {@code PROGRAM_EXISTS} (409) and a document that names another code or has a text that is too long (400).
     */
    public ProgramDraft create(ProgramCode code, ProgramDocument document) {
        desk.refuseUnkeepable(code, document);
        if (programs.exists(code)) {
            throw new Refusal(ProgramRefusal.PROGRAM_EXISTS, Map.of("program", code.value()));
        }
        Instant now = clock.now();
        programs.add(code, now);
        ProgramDraftEntity draft =
                programs.addDraft(code, null, ProgramDocumentCodec.write(document), now, actorName());
        if (!programs.written()) {
            throw new Refusal(ProgramRefusal.PROGRAM_EXISTS, Map.of("program", code.value()));
        }
        audit.record("program.created", "program", code.value(), null, null);
        return DraftDesk.draft(draft);
    }

    /**
     * As {@link #create(ProgramCode, ProgramDocument)} with a template's document; what it names beside itself and the tenant
     * lacks is made too. Refuses
     * {@code TEMPLATE_UNKNOWN} (422).
     */
    public ProgramDraft createFrom(ProgramCode code, String template) {
        ProgramDocument document = ProgramTemplates.find(template, code)
                .orElseThrow(() -> new Refusal(
                        ProgramRefusal.TEMPLATE_UNKNOWN,
                        Map.of("template", template, "known", String.join(", ", ProgramTemplates.names()))));
        opened.fire(new TemplateOpened(document));
        return create(code, withFreeWallets(code, document));
    }

    /** A template may be used twice in a tenant, its wallets' codes can't: the second program's bear its own code as well. */
    private ProgramDocument withFreeWallets(ProgramCode code, ProgramDocument document) {
        Map<WalletCode, WalletCode> renamed = new HashMap<>();
        List<WalletCode> wallets = document.wallets().stream().map(Wallet::code).toList();
        programs.wallets(wallets).stream()
                .filter(owner -> !owner.program.equals(code.value()))
                .map(owner -> new WalletCode(owner.code))
                .forEach(taken -> renamed.put(taken, ownedBy(code, taken)));
        return renamed.isEmpty() ? document : WalletRenaming.apply(document, renamed);
    }

    private static WalletCode ownedBy(ProgramCode program, WalletCode wallet) {
        String code = program + "-" + wallet;
        return new WalletCode(code.substring(0, Math.min(code.length(), MOST_OF_CODE)));
    }

    /**
     * The draft named, or the only one.
     *
     * <p>Refuses {@code PROGRAM_UNKNOWN}, {@code DRAFT_UNKNOWN} (404), {@code DRAFT_AMBIGUOUS} (409).
     */
    public ProgramDraft draft(ProgramCode program, Optional<UUID> id) {
        return firsts.of(program, id).orElseGet(() -> DraftDesk.draft(desk.found(program, id)));
    }

    /** A further draft that starts from the latest version. Refuses {@code PROGRAM_UNKNOWN} (404). */
    public ProgramDraft newDraft(ProgramCode program) {
        ProgramSummary summary = find(program).orElseThrow(() -> new Refusal(ProgramRefusal.PROGRAM_UNKNOWN));
        ProgramDraftEntity row = programs.addDraft(
                program,
                summary.latest().orElse(null),
                ProgramDocumentCodec.write(summary.document()),
                clock.now(),
                actorName());
        programs.written();
        return DraftDesk.draft(row);
    }

    /**
     * Puts a document in place of the draft's.
     *
     * <p>Refuses as {@link #draft} does, another code (400), and a draft changed since {@code version} was read (412).
     */
    public ProgramDraft save(ProgramCode program, Optional<UUID> id, long version, ProgramDocument document) {
        Optional<ProgramDraft> first = firsts.of(program, id);
        ProgramDraftEntity row = first.map(firsts::begin).orElseGet(() -> desk.found(program, id));
        if (first.isEmpty() && row.version != version) {
            throw new Refusal(ProgramRefusal.DRAFT_CHANGED, Map.of("version", row.version));
        }
        desk.refuseUnkeepable(program, document);
        row.write(ProgramDocumentCodec.write(document));
        desk.touch(row, clock.now(), actorName());
        return DraftDesk.draft(row);
    }

    /** Takes note that the draft is meant for what was published meanwhile; what differs is the author's to look through. */
    public ProgramDraft rebase(ProgramCode program, Optional<UUID> id) {
        ProgramDraftEntity row = desk.found(program, id);
        row.startFrom(desk.latest(program).map(latest -> latest.version).orElse(null));
        desk.touch(row, clock.now(), actorName());
        return DraftDesk.draft(row);
    }

    /** Problems and warnings of a draft, those of the tenant's other programs too. Refuses as {@link #draft} does. */
    public DraftFindings check(ProgramCode program, Optional<UUID> id) {
        return desk.findings(program, draft(program, id).document());
    }

    private String actorName() {
        return actor.actor().name();
    }
}
