package io.steadfast.accrual;

import io.steadfast.accrual.core.AccrualRefusal;
import io.steadfast.accrual.core.Activity;
import io.steadfast.accrual.core.CapUse;
import io.steadfast.accrual.core.GrantChange;
import io.steadfast.accrual.core.GrantKey;
import io.steadfast.accrual.core.ProgramJudgement;
import io.steadfast.accrual.core.Receipt;
import io.steadfast.accrual.core.ReceiptWriter;
import io.steadfast.accrual.core.StandingGrant;
import io.steadfast.accrual.store.ActivityRepository;
import io.steadfast.accrual.store.BudgetDelta;
import io.steadfast.accrual.store.Filing;
import io.steadfast.accrual.store.FilingRepository;
import io.steadfast.accrual.store.Proof;
import io.steadfast.ledger.LedgerService;
import io.steadfast.ledger.core.WalletBalance;
import io.steadfast.members.core.MemberProfile;
import io.steadfast.members.core.MemberStatus;
import io.steadfast.platform.persistence.Ids;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.programs.core.Cap;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.WalletCode;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** Settles one activity: judges it, posts what it gives, writes the receipt. */
@Dependent
class ActivityDesk {

    @Inject
    MemberDesk members;

    @Inject
    LookAhead lookAhead;

    @Inject
    Judging judging;

    @Inject
    TierDesk tiers;

    @Inject
    Bookkeeping books;

    @Inject
    SharedLimitDesk shared;

    @Inject
    ActivityRepository activities;

    @Inject
    FilingRepository filings;

    @Inject
    ReviewDesk reviews;

    @Inject
    Followers followers;

    @Inject
    AccrualEvents events;

    Recorded settle(ReportedActivity reported, MemberId member, Instant now) {
        Activity activity = new Activity(
                reported.type(),
                reported.source(),
                reported.reference(),
                member,
                reported.occurredAt(),
                reported.attributes());
        List<Supplier<Optional<ActivityRepository.Known>>> asked = new ArrayList<>();
        List<Ahead> ahead = new ArrayList<>();
        LedgerService.Standing standing = members.lock(member, () -> {
            asked.add(activities.lock(reported.source(), reported.reference()));
            ahead.add(lookAhead.of(activity, now));
        });
        Optional<ActivityRepository.Known> known = asked.get(0).get();
        if (known.isPresent()) {
            return repeated(known.get(), activity);
        }
        if (!members.survivorOf(member).equals(member)) {
            return settle(reported, members.survivorOf(member), now);
        }
        List<Verdict> verdicts = reviews.doubted(activity, judged(activity, ahead.get(0)), ahead.get(0));
        UUID receiptId = Ids.next();
        Booked booked = books.post(
                Optional.of(standing.member()),
                gives(standing.member(), verdicts),
                occasion(activity, receiptId, verdicts));
        UUID activityId = Ids.next();
        ReceiptWriter writer = new ReceiptWriter(now, tiers.count(activityId, activity, believed(verdicts)));
        Followed followed = followers.follow(new SettledActivity(activityId, activity, believed(verdicts), now));
        List<Receipt.Part> parts = ReceiptWriter.with(
                followed.programs(), writer.parts(judgements(verdicts), grants(activity.member(), verdicts)));
        Said said = new Said(parts, ReviewDesk.problems(verdicts), review(activityId, verdicts));
        Receipt receipt = receipt(activity, receiptId, said, members.balances(standing.member()));
        filings.file(filing(Filing.Subject.of(activityId, activity), receipt, verdicts, booked, now));
        reviews.open(activityId, receipt, verdicts, now);
        events.tell(receipt, booked);
        return new Recorded(receipt, Recorded.Effect.NEW);
    }

    private Recorded repeated(ActivityRepository.Known known, Activity activity) {
        if (!known.activity().equals(activity) && !isOfSource(known.activity(), activity)) {
            throw new Refusal(
                    AccrualRefusal.REFERENCE_REUSED,
                    Map.of("reference", activity.source() + "/" + activity.reference()));
        }
        return new Recorded(known.receipt(), Recorded.Effect.REPEATED);
    }

    /** Whether it is the same activity, told for a member when they had another id that was merged into this one. */
    private boolean isOfSource(Activity known, Activity activity) {
        if (!known.equals(activity.of(known.member()))) {
            return false;
        }
        members.lock(known.member());
        return members.survivorOf(known.member()).equals(members.survivorOf(activity.member()));
    }

    private List<Verdict> judged(Activity activity, Ahead ahead) {
        MemberProfile profile = members.profile(ahead);
        return profile.status() == MemberStatus.ACTIVE
                ? judging.first(JudgedSubject.of(activity), profile, ahead)
                : List.of();
    }

    private static List<GrantChange> gives(MemberId member, List<Verdict> verdicts) {
        return grants(member, verdicts).stream()
                .map(grant -> (GrantChange) new GrantChange.Give(
                        grant.key(),
                        grant.version(),
                        grant.grant(),
                        grant.grant().points()))
                .toList();
    }

    private static List<StandingGrant> grants(MemberId member, List<Verdict> verdicts) {
        return verdicts.stream()
                .flatMap(verdict -> verdict.grants().stream()
                        .map(grant -> new StandingGrant(
                                new GrantKey(member, verdict.judgement().program(), grant.rule(), grant.wallet()),
                                verdict.judgement().version(),
                                grant,
                                List.of(),
                                List.of())))
                .toList();
    }

    private static Bookkeeping.Occasion occasion(Activity activity, UUID receiptId, List<Verdict> verdicts) {
        Map<WalletCode, Instant> deadlines = new HashMap<>();
        verdicts.forEach(verdict -> deadlines.putAll(verdict.inactivityDeadlines()));
        return new Bookkeeping.Occasion(
                activity.source(),
                activity.reference(),
                receiptId,
                activity.occurredAt(),
                activity.occurredAt(),
                deadlines,
                List.of(),
                List.of());
    }

    private static List<ProgramJudgement> judgements(List<Verdict> verdicts) {
        return verdicts.stream().map(Verdict::judgement).toList();
    }

    /** What is in doubt counts for no tier until somebody has looked. */
    private static List<ProgramJudgement> believed(List<Verdict> verdicts) {
        return verdicts.stream()
                .filter(verdict -> !verdict.isDoubted())
                .map(Verdict::judgement)
                .toList();
    }

    private static Optional<UUID> review(UUID activityId, List<Verdict> verdicts) {
        return verdicts.stream().anyMatch(Verdict::isDoubted) ? Optional.of(activityId) : Optional.empty();
    }

    private record Said(List<Receipt.Part> parts, List<Receipt.Problem> problems, Optional<UUID> review) {}

    private static Receipt receipt(Activity activity, UUID receiptId, Said said, List<WalletBalance> balances) {
        return new Receipt(
                receiptId,
                activity.source(),
                activity.reference(),
                Optional.of(activity.member()),
                Optional.empty(),
                said.parts(),
                said.problems(),
                said.review(),
                Balances.of(balances));
    }

    private Filing filing(Filing.Subject subject, Receipt receipt, List<Verdict> verdicts, Booked booked, Instant now) {
        Activity activity = subject.activity().orElseThrow();
        List<ProgramJudgement> programs =
                verdicts.stream().map(Verdict::judgement).toList();
        List<Proof> proofs = new ArrayList<>();
        booked.entries()
                .forEach((change, entry) -> proofs.add(Proofs.given(
                        activity.source(),
                        activity.reference(),
                        activity.occurredAt(),
                        (GrantChange.Give) change,
                        entry)));
        programs.forEach(program -> proofs.addAll(Proofs.skipped(
                activity.source(), activity.reference(), activity.occurredAt(), activity.member(), program)));
        return new Filing(
                subject,
                receipt,
                "FIRST",
                programs,
                proofs,
                Map.of(activity.member(), capUses(programs)),
                budgets(activity, verdicts),
                now);
    }

    private static List<CapUse> capUses(List<ProgramJudgement> programs) {
        return programs.stream()
                .flatMap(program -> program.capUses().stream())
                .filter(use -> use.key().scope() == Cap.Scope.MEMBER)
                .toList();
    }

    private List<BudgetDelta> budgets(Activity activity, List<Verdict> verdicts) {
        List<BudgetDelta> deltas = new ArrayList<>();
        for (Verdict verdict : verdicts) {
            if (!verdict.taken().isEmpty()) {
                Map<String, Long> kept = shared.settle(
                        verdict.taken(),
                        shared.needs(
                                verdict.judgement(),
                                grants(activity.member(), List.of(verdict)),
                                activity.occurredAt(),
                                verdict.judgement().capUses()));
                deltas.addAll(LimitsKept.deltas(Map.of(), kept));
            }
        }
        return deltas;
    }
}
