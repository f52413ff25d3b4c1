package io.steadfast.programs;

import io.steadfast.platform.audit.AuditTrail;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.platform.security.CurrentActor;
import io.steadfast.platform.time.RealClock;
import io.steadfast.platform.time.TenantClock;
import io.steadfast.programs.core.ChangeNotice;
import io.steadfast.programs.core.ProgramRefusal;
import io.steadfast.programs.core.ProgramVersion;
import io.steadfast.programs.core.PublishRule;
import io.steadfast.programs.store.ProgramRepository;
import io.steadfast.programs.store.PublishingStore;
import io.steadfast.shared.ProgramCode;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Turns a draft into an immutable version, and takes one back that hasn't begun. There is no way to change one afterwards,
 * here or in the database. Where a tenant wants two people to publish, {@link PublishApprovalService} does it.
 */
@Stateless
public class PublishService {

    @Inject
    private VersionDesk versions;

    @Inject
    private ProgramRepository programs;

    @Inject
    private PublishingStore publishing;

    @Inject
    private TenantClock clock;

    @Inject
    private RealClock realClock;

    @Inject
    private CurrentActor actor;

    @Inject
    private AuditTrail audit;

    /**
     * Publishes a draft; the draft stays and is from now on based on the new version.
     *
     * <p>Refuses {@code PROGRAM_UNKNOWN}, {@code DRAFT_UNKNOWN} (404), {@code DRAFT_AMBIGUOUS}, {@code DRAFT_BASE_SUPERSEDED}
     * (409), {@code PROGRAM_HAS_PROBLEMS} with each of them, {@code EFFECTIVE_FROM_IN_PAST}, {@code EFFECTIVE_FROM_NOT_LATER},
     * {@code CHANGE_NOTICE_TOO_SHORT} and, where it takes two people, {@code SECOND_PERSON_NEEDED} (422).
     *
     * @param effectiveFrom the first instant judged by it; a sandbox without activities may name one in its past
     */
    public ProgramVersion publish(ProgramCode program, Optional<UUID> draft, Instant effectiveFrom) {
        return publish(program, draft, effectiveFrom, ChangeNotice.Declared.NOTHING);
    }

    /** The same where whoever publishes says something of the change; refuses the same. */
    public ProgramVersion publish(
            ProgramCode program, Optional<UUID> draft, Instant effectiveFrom, ChangeNotice.Declared declared) {
        if (publishing.rule() == PublishRule.TWO_PEOPLE) {
            throw new Refusal(ProgramRefusal.SECOND_PERSON_NEEDED);
        }
        return versions.put(program, draft, effectiveFrom, declared);
    }

    /**
     * Takes a version back before it begins; its number is never used again, and drafts that started from it start from the
     * one before.
     *
     * <p>Refuses {@code PROGRAM_UNKNOWN}, {@code VERSION_UNKNOWN} (404), {@code VERSION_WITHDRAWN} and, when it judges already
     * or may within minutes, {@code VERSION_HAS_BEGUN} (409).
     */
    public ProgramVersion withdraw(ProgramCode program, int number) {
        programs.publishAlone(program);
        if (!programs.exists(program)) {
            throw new Refusal(ProgramRefusal.PROGRAM_UNKNOWN);
        }
        ProgramVersion version = programs.version(program, number)
                .map(row -> new ProgramVersion(
                        program, number, ProgramDocumentCodec.read(row.document), row.effectiveFrom.toInstant()))
                .orElseThrow(() -> new Refusal(ProgramRefusal.VERSION_UNKNOWN));
        refuseWithdrawal(version);
        publishing.withdraw(version, actor.actor().name(), clock.now(), realClock.now());
        Optional<Integer> former = programs.starts(List.of(program)).stream()
                .map(ProgramRepository.VersionStart::version)
                .filter(standing -> standing != number)
                .findFirst();
        publishing.startAgainFrom(former, version);
        audit.record("program.withdrawn", "program", program.value(), VersionDesk.about(version), null);
        return version;
    }

    /** A caller's clock may be ahead of ours: what begins within that tolerance may have judged an order already. */
    private void refuseWithdrawal(ProgramVersion version) {
        if (publishing.withdrawn(version.code()).containsKey(version.version())) {
            throw new Refusal(ProgramRefusal.VERSION_WITHDRAWN);
        }
        if (!version.effectiveFrom().isAfter(clock.now().plus(VersionDesk.TOLERANCE))) {
            throw new Refusal(
                    ProgramRefusal.VERSION_HAS_BEGUN,
                    Map.of("from", version.effectiveFrom().toString()));
        }
    }
}
