package io.steadfast.programs;

import io.steadfast.platform.refusals.FieldError;
import io.steadfast.platform.refusals.FieldErrors;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.programs.core.CharityCode;
import io.steadfast.programs.core.CharityRegister;
import io.steadfast.programs.core.FixedParts;
import io.steadfast.programs.core.Problem;
import io.steadfast.programs.core.ProblemCode;
import io.steadfast.programs.core.ProgramDocument;
import io.steadfast.programs.core.ProgramDraft;
import io.steadfast.programs.core.ProgramRefusal;
import io.steadfast.programs.core.Wallet;
import io.steadfast.programs.store.ProgramDraftEntity;
import io.steadfast.programs.store.ProgramRepository;
import io.steadfast.programs.store.ProgramVersionEntity;
import io.steadfast.programs.store.WalletEntity;
import io.steadfast.shared.ProgramCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Finds drafts and says what is wrong with them; shared by editing and publishing. */
@ApplicationScoped
class DraftDesk {

    @Inject
    private ProgramRepository programs;

    @Inject
    private CharityDirectory charities;

    @Inject
    private NoticeDirectory notices;

    static ProgramDraft draft(ProgramDraftEntity row) {
        return new ProgramDraft(
                row.id,
                new ProgramCode(row.program),
                Optional.ofNullable(row.baseVersion),
                row.version,
                ProgramDocumentCodec.read(row.document),
                row.changedAt.toInstant(),
                row.actorName,
                row.label);
    }

    ProgramDraftEntity found(ProgramCode program, Optional<UUID> id) {
        List<ProgramDraftEntity> drafts = programs.drafts(List.of(program));
        if (drafts.isEmpty() && !programs.exists(program)) {
            throw new Refusal(ProgramRefusal.PROGRAM_UNKNOWN);
        }
        if (id.isEmpty() && drafts.size() > 1) {
            throw new Refusal(ProgramRefusal.DRAFT_AMBIGUOUS, Map.of("count", drafts.size()));
        }
        return drafts.stream()
                .filter(draft -> id.isEmpty() || draft.id.equals(id.get()))
                .findFirst()
                .orElseThrow(() -> new Refusal(ProgramRefusal.DRAFT_UNKNOWN));
    }

    /** Writes the draft with who changed it and when; its version rises. */
    void touch(ProgramDraftEntity row, Instant at, String actorName) {
        row.touch(at.atOffset(ZoneOffset.UTC), actorName);
        programs.written();
    }

    /** The version published last, of those that weren't taken back. */
    Optional<ProgramVersionEntity> latest(ProgramCode program) {
        return programs.starts(List.of(program)).stream()
                .findFirst()
                .flatMap(start -> programs.version(program, start.version()));
    }

    /** Refuses (400) a document of another program, and one with texts that no page could show. */
    void refuseUnkeepable(ProgramCode code, ProgramDocument document) {
        if (!document.basics().code().equals(code)) {
            throw FieldErrors.one("basics.code", ProgramRefusal.CODE_NOT_THE_PROGRAMS, Map.of("program", code.value()));
        }
        TextLengths.refuseLonger(document);
    }

    DraftFindings findings(ProgramCode program, ProgramDocument document) {
        List<FieldError> problems = new ArrayList<>();
        List<FieldError> warnings = new ArrayList<>();
        for (Problem problem : document.problems(register(document))) {
            (problem.severity() == Problem.Severity.PROBLEM ? problems : warnings).add(ProblemReason.error(problem));
        }
        latest(program)
                .ifPresent(published -> FixedParts.changed(ProgramDocumentCodec.read(published.document), document)
                        .forEach(path ->
                                problems.add(new FieldError(path, ProgramRefusal.FIXED_BY_FIRST_PUBLISH, Map.of()))));
        problems.addAll(takenWallets(program, document));
        problems.addAll(unkeptNotices(document));
        return new DraftFindings(problems, warnings);
    }

    /** A notice that nobody would send is no promise (domain 25). */
    private List<FieldError> unkeptNotices(ProgramDocument document) {
        List<FieldError> unkept = new ArrayList<>();
        for (int i = 0; i < document.wallets().size(); i++) {
            Wallet wallet = document.wallets().get(i);
            boolean byWebhook = wallet.notice()
                    .flatMap(Wallet.NoticePromise::channel)
                    .filter(channel -> channel == Wallet.NoticePromise.Channel.WEBHOOK)
                    .isPresent();
            if (byWebhook && !notices.hasChannel()) {
                unkept.add(ProblemReason.error(new Problem(
                        ProblemCode.NOTICE_CHANNEL_MISSING,
                        "wallets[" + i + "].notice.channel",
                        List.of(wallet.code().value()))));
            }
        }
        return unkept;
    }

    private CharityRegister register(ProgramDocument document) {
        Set<CharityCode> asked = new HashSet<>();
        document.giving().charities().forEach(offered -> asked.add(offered.code()));
        document.giving().unassigned().ifPresent(unassigned -> asked.add(unassigned.charity()));
        return charities.charities(asked);
    }

    private List<FieldError> takenWallets(ProgramCode program, ProgramDocument document) {
        List<FieldError> taken = new ArrayList<>();
        List<Wallet> wallets = document.wallets();
        for (WalletEntity owner :
                programs.wallets(wallets.stream().map(Wallet::code).toList())) {
            for (int i = 0; i < wallets.size(); i++) {
                boolean same = wallets.get(i).code().value().equals(owner.code);
                if (same && !owner.program.equals(program.value())) {
                    taken.add(new FieldError(
                            "wallets[" + i + "].code",
                            ProgramRefusal.WALLET_OF_ANOTHER_PROGRAM,
                            Map.of("wallet", owner.code, "program", owner.program)));
                }
            }
        }
        return taken;
    }
}
