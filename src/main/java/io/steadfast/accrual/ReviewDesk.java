package io.steadfast.accrual;

import io.steadfast.accrual.core.AccrualDecision;
import io.steadfast.accrual.core.Activation;
import io.steadfast.accrual.core.Activity;
import io.steadfast.accrual.core.ActivityReview.ProgramDoubts;
import io.steadfast.accrual.core.Doubt;
import io.steadfast.accrual.core.Grant;
import io.steadfast.accrual.core.Plausibility;
import io.steadfast.accrual.core.ProgramJudgement;
import io.steadfast.accrual.core.Receipt;
import io.steadfast.accrual.core.ReceiptWriter;
import io.steadfast.accrual.core.StandingActivity;
import io.steadfast.accrual.core.StandingGrant;
import io.steadfast.accrual.store.Filing;
import io.steadfast.accrual.store.FilingRepository;
import io.steadfast.accrual.store.ReviewRepository;
import io.steadfast.ledger.core.Cause;
import io.steadfast.ledger.core.Movement;
import io.steadfast.platform.persistence.Ids;
import io.steadfast.programs.ProgramService;
import io.steadfast.shared.Origin;
import io.steadfast.shared.ProgramCode;
import io.steadfast.shared.WalletCode;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/** Doubts an activity, and lets its points go once somebody believes it. */
@Dependent
class ReviewDesk {

    @Inject
    ProgramService programs;

    @Inject
    ReviewRepository reviews;

    @Inject
    Bookkeeping books;

    @Inject
    TierDesk tiers;

    @Inject
    Followers followers;

    @Inject
    MemberDesk members;

    @Inject
    FilingRepository filings;

    /** The verdicts, those held back of programs that don't believe the activity at once. */
    List<Verdict> doubted(Activity activity, List<Verdict> verdicts, Ahead ahead) {
        return verdicts.stream()
                .map(verdict -> doubted(activity, verdict, ahead))
                .toList();
    }

    private Verdict doubted(Activity activity, Verdict verdict, Ahead ahead) {
        ProgramJudgement judgement = verdict.judgement();
        boolean givesAnything = !verdict.grants().isEmpty() || tiers.counts(activity, judgement);
        if (!givesAnything) {
            return verdict;
        }
        List<Doubt> doubts = programs.version(judgement.program(), judgement.version())
                .map(version -> Plausibility.doubts(
                        version.document(), activity, ahead.around().get()))
                .orElse(List.of());
        return doubts.isEmpty() ? verdict : verdict.doubted(doubts);
    }

    /** What the receipt tells of doubts: each once, whichever programs have it. */
    static List<Receipt.Problem> problems(List<Verdict> verdicts) {
        return verdicts.stream()
                .flatMap(verdict -> verdict.doubts().stream())
                .map(doubt -> new Receipt.Problem(doubt.reason().name(), doubt.about()))
                .distinct()
                .toList();
    }

    /** Puts the activity in review where a program doubts it. */
    void open(UUID activityId, Receipt receipt, List<Verdict> verdicts, Instant now) {
        List<ProgramDoubts> doubts = verdicts.stream()
                .filter(Verdict::isDoubted)
                .map(verdict -> new ProgramDoubts(verdict.judgement().program(), verdict.doubts()))
                .toList();
        if (!doubts.isEmpty()) {
            reviews.open(activityId, receipt.memberId().orElseThrow(), receipt, doubts, now);
        }
    }

    /** A grant, and from when on it is usable. */
    private record Released(StandingGrant grant, Optional<Instant> activatesAt) {}

    /**
     * Lets the points of these programs become usable when they would have, though not before now, counts the activity for
     * tiers, and writes the receipt that stands from now on. Validity stays counted from the activity: what has expired
     * meanwhile stays expired.
     */
    Receipt release(StandingActivity one, Set<ProgramCode> doubting, ActivityBooks.Change change) {
        UUID receiptId = Ids.next();
        List<Released> released = new ArrayList<>();
        Map<WalletCode, Instant> deadlines = new HashMap<>();
        List<ProgramJudgement> judgements = ActivityBooks.of(one, doubting);
        for (ProgramJudgement judgement : judgements) {
            AccrualDecision decision = undoubted(one, judgement);
            deadlines.putAll(decision.inactivityDeadlines());
            grants(one, judgement).forEach(grant -> released.add(released(grant, decision, change.now())));
        }
        books.post(Optional.of(one.activity().member()), List.of(), occasion(one, receiptId, deadlines, released));
        ReceiptWriter writer = new ReceiptWriter(change.now(), tiers.count(one.id(), one.activity(), judgements));
        Followed followed = followers.follow(new SettledActivity(one.id(), one.activity(), judgements, change.now()));
        Receipt receipt = one.receipt()
                .then(
                        receiptId,
                        ReceiptWriter.with(
                                followed.programs(),
                                parts(one.receipt(), writer.parts(judgements, standing(released)))),
                        List.of(),
                        Balances.of(members.balances(one.activity().member())));
        filings.amend(new Filing(
                Filing.Subject.of(one.id(), one.activity()),
                receipt,
                change.cause(),
                List.of(),
                List.of(),
                Map.of(),
                List.of(),
                change.now()));
        return receipt;
    }

    private AccrualDecision undoubted(StandingActivity one, ProgramJudgement judgement) {
        return JudgedSubject.of(one.activity())
                .judgedBy(
                        programs.version(judgement.program(), judgement.version())
                                .orElseThrow(),
                        judgement.facts());
    }

    private static List<StandingGrant> grants(StandingActivity one, ProgramJudgement judgement) {
        return one.grants().stream()
                .filter(grant -> grant.key().program().equals(judgement.program()))
                .toList();
    }

    private static Released released(StandingGrant standing, AccrualDecision decision, Instant now) {
        Optional<Activation> meant = decision.grants().stream()
                .filter(grant -> grant.rule().equals(standing.key().rule())
                        && grant.wallet().equals(standing.key().wallet()))
                .findFirst()
                .map(Grant::activation);
        boolean expired =
                standing.grant().expiresAt().filter(at -> !at.isAfter(now)).isPresent();
        Optional<Instant> activatesAt =
                meant.filter(activation -> !expired).flatMap(Activation::at).map(at -> at.isBefore(now) ? now : at);
        return new Released(standing, activatesAt);
    }

    private static Bookkeeping.Occasion occasion(
            StandingActivity one, UUID receiptId, Map<WalletCode, Instant> deadlines, List<Released> released) {
        List<Movement> redated = released.stream()
                .filter(each -> each.activatesAt().isPresent())
                .map(each -> redated(one, receiptId, each))
                .toList();
        return new Bookkeeping.Occasion(
                one.activity().source(),
                one.activity().reference(),
                receiptId,
                one.activity().occurredAt(),
                one.activity().occurredAt(),
                deadlines,
                List.of(),
                redated);
    }

    private static Movement redated(StandingActivity one, UUID receiptId, Released released) {
        StandingGrant standing = released.grant();
        Cause cause = Cause.rule(new Origin(
                        Origin.Kind.PROGRAM,
                        standing.key().program().value(),
                        standing.version(),
                        Optional.of(standing.key().rule())))
                .about(one.activity().source(), one.activity().reference())
                .in(receiptId);
        return new Movement.Redate(
                standing.key().wallet(), standing.lots().get(0).lot(), released.activatesAt(), Optional.empty(), cause);
    }

    private static List<StandingGrant> standing(List<Released> released) {
        return released.stream()
                .map(each -> each.activatesAt()
                        .map(at -> new StandingGrant(
                                each.grant().key(),
                                each.grant().version(),
                                each.grant()
                                        .grant()
                                        .activating(
                                                Activation.immediate(at),
                                                each.grant().grant().expiresAt()),
                                each.grant().taken(),
                                each.grant().lots()))
                        .orElse(each.grant()))
                .toList();
    }

    /** The parts that are new in place of the former ones. */
    private static List<Receipt.Part> parts(Receipt receipt, List<Receipt.Part> decided) {
        Map<ProgramCode, Receipt.Part> all = new TreeMap<>();
        receipt.programs().forEach(part -> all.put(part.program(), part));
        decided.forEach(part -> all.put(part.program(), part));
        return List.copyOf(all.values());
    }
}
