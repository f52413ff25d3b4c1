package io.steadfast.programs;

import io.steadfast.platform.audit.AuditTrail;
import io.steadfast.platform.persistence.Ids;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.platform.security.Actor;
import io.steadfast.platform.security.CurrentActor;
import io.steadfast.platform.time.TenantClock;
import io.steadfast.programs.core.ChangeNotice;
import io.steadfast.programs.core.ProgramDraft;
import io.steadfast.programs.core.ProgramRefusal;
import io.steadfast.programs.core.ProgramVersion;
import io.steadfast.programs.core.PublishRule;
import io.steadfast.programs.core.PublishWish;
import io.steadfast.programs.store.PublishingStore;
import io.steadfast.shared.ProgramCode;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Two people for a publish, where a tenant wants that: one asks, another agrees, and nobody agrees to their own wish. */
@Stateless
public class PublishApprovalService {

    private static final String KIND = "program";

    @Inject
    private DraftDesk desk;

    @Inject
    private VersionDesk versions;

    @Inject
    private PublishingStore publishing;

    @Inject
    private CurrentActor currentActor;

    @Inject
    private TenantClock clock;

    @Inject
    private AuditTrail audit;

    /** How many people a publish takes; one until somebody decides otherwise. */
    public PublishRule rule() {
        return publishing.rule();
    }

    /** Decides how many people a publish takes from now on. What waits goes on waiting. */
    public void decide(PublishRule rule) {
        PublishRule before = publishing.rule();
        publishing.decide(rule, currentActor.actor().name(), clock.now());
        audit.record("publish.rule", KIND, "", before, rule);
    }

    /** What waits for a second person's word on a draft. */
    public Optional<PublishWish> waiting(UUID draft) {
        return publishing.waiting(draft);
    }

    /** What waits in all programs, the oldest first, at most so many. */
    public List<PublishWish> waiting(int most) {
        return publishing.waiting(most);
    }

    /**
     * Asks for a publish of the draft as it stands; an earlier wish for it is dropped.
     *
     * <p>Refuses as {@link ProgramService#draft} does, and {@code PROGRAM_HAS_PROBLEMS} (422).
     *
     * @param effectiveFrom empty for the moment of the approval
     */
    public PublishWish ask(ProgramCode program, UUID draft, Optional<Instant> effectiveFrom) {
        ProgramDraft looked = DraftDesk.draft(desk.found(program, Optional.of(draft)));
        DraftFindings findings = desk.findings(program, looked.document());
        if (!findings.problems().isEmpty()) {
            throw new Refusal(
                    ProgramRefusal.PROGRAM_HAS_PROBLEMS,
                    Map.of("count", findings.problems().size()),
                    findings.problems());
        }
        Instant now = clock.now();
        publishing.sendBack(draft, by().name(), now);
        PublishWish wish = new PublishWish(Ids.next(), program, draft, looked.version(), effectiveFrom, by(), now);
        publishing.add(wish);
        audit.record("publish.asked", KIND, program.value(), null, about(wish));
        return wish;
    }

    /**
     * A second person agrees: the draft is published as it was asked for.
     *
     * <p>Refuses {@code WISH_UNKNOWN} (404), {@code WISH_OVERTAKEN} when the draft was changed since (409), {@code
     * WISH_NEEDS_A_PERSON} for a key, {@code OWN_WISH} for who asked (422), and as {@link PublishService#publish} does.
     */
    public ProgramVersion agree(UUID id) {
        return agree(id, ChangeNotice.Declared.NOTHING);
    }

    /** The same where the second person says something of the change; refuses the same. */
    public ProgramVersion agree(UUID id, ChangeNotice.Declared declared) {
        if (currentActor.actor().kind() != Actor.Kind.PERSON) {
            throw new Refusal(ProgramRefusal.WISH_NEEDS_A_PERSON);
        }
        PublishWish wish = publishing.locked(id).orElseThrow(() -> new Refusal(ProgramRefusal.WISH_UNKNOWN));
        if (wish.requester().id().equals(by().id())) {
            throw new Refusal(ProgramRefusal.OWN_WISH);
        }
        if (!wish.isFor(DraftDesk.draft(desk.found(wish.program(), Optional.of(wish.draft()))))) {
            throw new Refusal(
                    ProgramRefusal.WISH_OVERTAKEN,
                    Map.of("name", wish.requester().name()));
        }
        Instant now = clock.now();
        ProgramVersion version = versions.put(
                wish.program(), Optional.of(wish.draft()), wish.effectiveFrom().orElse(now), declared);
        publishing.fulfil(wish, version, by().name(), now);
        audit.record("publish.agreed", KIND, wish.program().value(), about(wish), VersionDesk.about(version));
        return version;
    }

    /** Drops what waits for a draft: the second person says no, or the first thinks again. */
    public void sendBack(ProgramCode program, UUID draft) {
        publishing.waiting(draft).ifPresent(wish -> {
            publishing.sendBack(draft, by().name(), clock.now());
            audit.record("publish.sent_back", KIND, program.value(), about(wish), null);
        });
    }

    private static Map<String, Object> about(PublishWish wish) {
        return Map.of(
                "draft",
                wish.draft().toString(),
                "draftVersion",
                wish.draftVersion(),
                "effectiveFrom",
                wish.effectiveFrom().map(Instant::toString).orElse(""),
                "requester",
                wish.requester().name());
    }

    private PublishWish.By by() {
        Actor actor = currentActor.actor();
        return new PublishWish.By(actor.kind() + ":" + actor.id(), actor.name());
    }
}
