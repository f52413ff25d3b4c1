package io.steadfast.programs;

import io.steadfast.platform.audit.AuditTrail;
import io.steadfast.platform.outbox.Outbox;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.platform.security.CurrentActor;
import io.steadfast.platform.tenancy.CurrentTenant;
import io.steadfast.platform.time.RealClock;
import io.steadfast.platform.time.TenantClock;
import io.steadfast.programs.core.ChangeNotice;
import io.steadfast.programs.core.ProgramDocument;
import io.steadfast.programs.core.ProgramRefusal;
import io.steadfast.programs.core.ProgramVersion;
import io.steadfast.programs.core.Wallet;
import io.steadfast.programs.store.ProgramDraftEntity;
import io.steadfast.programs.store.ProgramRepository;
import io.steadfast.programs.store.ProgramVersionEntity;
import io.steadfast.programs.store.WalletEntity;
import io.steadfast.shared.ProgramCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Makes versions out of drafts; whoever does it has looked whether they may. */
@ApplicationScoped
class VersionDesk {

    /** What a caller's clock may be behind ours, or before it. */
    static final Duration TOLERANCE = Duration.ofMinutes(5);

    @Inject
    private ProgramRepository programs;

    @Inject
    private DraftDesk desk;

    @Inject
    private ChangePromiseService promises;

    @Inject
    private Event<BackdatedPublish> backdated;

    @Inject
    private Event<Published> published;

    @Inject
    private CurrentTenant tenant;

    @Inject
    private TenantClock clock;

    @Inject
    private RealClock realClock;

    @Inject
    private CurrentActor actor;

    @Inject
    private AuditTrail audit;

    @Inject
    private Outbox outbox;

    /** The draft as a version, once nobody else publishes this program. Refuses as {@link PublishService#publish}. */
    ProgramVersion put(
            ProgramCode program, Optional<UUID> draft, Instant effectiveFrom, ChangeNotice.Declared declared) {
        programs.publishAlone(program);
        ProgramDraftEntity row = desk.found(program, draft);
        Optional<ProgramVersionEntity> latest = desk.latest(program);
        refuseSuperseded(row, latest);
        ProgramDocument document = ProgramDocumentCodec.read(row.document);
        DraftFindings findings = desk.findings(program, document);
        if (!findings.problems().isEmpty()) {
            throw new Refusal(
                    ProgramRefusal.PROGRAM_HAS_PROBLEMS,
                    Map.of("count", findings.problems().size()),
                    findings.problems());
        }
        refuseStart(program, latest, effectiveFrom);
        boolean early = promises.isEarly(program, document, effectiveFrom);
        if (early && declared == ChangeNotice.Declared.NOTHING) {
            throw promises.broken(program);
        }
        int number = programs.versions(program).stream()
                        .findFirst()
                        .map(last -> last.version)
                        .orElse(0)
                + 1;
        ProgramVersion version = new ProgramVersion(program, number, document, effectiveFrom);
        write(row, version);
        audit.record("program.published", "program", program.value(), null, about(version));
        if (early) {
            audit.record("program.published_without_notice", "program", program.value(), null, about(version));
        }
        outbox.publish("program.published", Optional.empty(), about(version));
        published.fire(new Published(version));
        return version;
    }

    static Map<String, Object> about(ProgramVersion version) {
        return Map.of(
                "program",
                version.code().value(),
                "version",
                version.version(),
                "effectiveFrom",
                version.effectiveFrom().toString());
    }

    private void write(ProgramDraftEntity draft, ProgramVersion version) {
        Instant now = clock.now();
        ProgramVersionEntity row = new ProgramVersionEntity();
        row.program = version.code().value();
        row.version = version.version();
        row.document = ProgramDocumentCodec.write(version.document());
        row.effectiveFrom = version.effectiveFrom().atOffset(ZoneOffset.UTC);
        row.publishedAt = now.atOffset(ZoneOffset.UTC);
        row.recordedAt = realClock.now().atOffset(ZoneOffset.UTC);
        row.actorName = actor.actor().name();
        programs.addVersion(row);
        registerWallets(version, now);
        draft.startFrom(version.version());
        // Of two that publish at once one gets the number, or the wallet; the other looks at what stands now.
        if (!programs.written()) {
            throw new Refusal(ProgramRefusal.DRAFT_BASE_SUPERSEDED, Map.of("version", version.version()));
        }
    }

    private void registerWallets(ProgramVersion version, Instant now) {
        List<Wallet> wallets = version.document().wallets();
        Set<String> known = programs.wallets(wallets.stream().map(Wallet::code).toList()).stream()
                .map((WalletEntity owner) -> owner.code)
                .collect(Collectors.toSet());
        for (Wallet wallet : wallets) {
            if (!known.contains(wallet.code().value())) {
                programs.addWallet(wallet.code(), version.code(), now);
            }
        }
    }

    private static void refuseSuperseded(ProgramDraftEntity draft, Optional<ProgramVersionEntity> latest) {
        Integer standing = latest.map(row -> row.version).orElse(null);
        if (!Objects.equals(draft.baseVersion, standing)) {
            throw new Refusal(
                    ProgramRefusal.DRAFT_BASE_SUPERSEDED,
                    Map.of("version", latest.map(row -> row.version).orElse(0)));
        }
    }

    private void refuseStart(ProgramCode program, Optional<ProgramVersionEntity> latest, Instant effectiveFrom) {
        if (latest.isPresent()
                && !effectiveFrom.isAfter(latest.get().effectiveFrom.toInstant())) {
            throw new Refusal(
                    ProgramRefusal.EFFECTIVE_FROM_NOT_LATER,
                    Map.of("after", latest.get().effectiveFrom.toInstant().toString()));
        }
        if (!effectiveFrom.isBefore(clock.now().minus(TOLERANCE))) {
            return;
        }
        BackdatedPublish past = new BackdatedPublish(program, effectiveFrom);
        if (tenant.tenant().sandbox()) {
            backdated.fire(past);
        } else {
            past.refuse();
        }
        if (past.isRefused()) {
            throw new Refusal(ProgramRefusal.EFFECTIVE_FROM_IN_PAST);
        }
    }
}
