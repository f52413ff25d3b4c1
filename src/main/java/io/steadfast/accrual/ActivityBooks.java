package io.steadfast.accrual;

import io.steadfast.accrual.core.Activity;
import io.steadfast.accrual.core.CapUse;
import io.steadfast.accrual.core.Grant;
import io.steadfast.accrual.core.GrantChange;
import io.steadfast.accrual.core.GrantKey;
import io.steadfast.accrual.core.LineShare;
import io.steadfast.accrual.core.ProgramJudgement;
import io.steadfast.accrual.core.Receipt;
import io.steadfast.accrual.core.ReceiptWriter;
import io.steadfast.accrual.core.SharedDemand;
import io.steadfast.accrual.core.StandingActivity;
import io.steadfast.accrual.core.StandingGrant;
import io.steadfast.accrual.core.StandingLot;
import io.steadfast.accrual.store.ActivityRepository;
import io.steadfast.accrual.store.BudgetDelta;
import io.steadfast.accrual.store.Filing;
import io.steadfast.accrual.store.FilingRepository;
import io.steadfast.accrual.store.Proof;
import io.steadfast.accrual.store.ProofRepository;
import io.steadfast.platform.persistence.Ids;
import io.steadfast.programs.core.Cap;
import io.steadfast.shared.ProgramCode;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What stands for an activity, and how it is taken back. The member's lock is held by whoever calls. */
@Dependent
class ActivityBooks {

    @Inject
    ActivityRepository activities;

    @Inject
    ProofRepository proofs;

    @Inject
    Bookkeeping books;

    @Inject
    TierDesk tiers;

    @Inject
    Followers followers;

    @Inject
    MemberDesk members;

    @Inject
    SharedLimitDesk shared;

    @Inject
    FilingRepository filings;

    @Inject
    AccrualEvents events;

    /** The activity with what was posted for it; empty where nobody reported it. */
    Optional<StandingActivity> find(String source, String reference) {
        return activities.judged(source, reference).map(this::standing);
    }

    private StandingActivity standing(ActivityRepository.Judged judged) {
        List<StandingGrant> grants = new ArrayList<>();
        judged.given().forEach((entry, stored) -> {
            Grant grant = proofs.read(stored, Proofs.Given.class).grant();
            grants.add(new StandingGrant(
                    new GrantKey(judged.known().activity().member(), stored.program(), grant.rule(), grant.wallet()),
                    stored.version(),
                    grant,
                    List.of(),
                    List.of(new StandingLot(entry, grant.points(), 0))));
        });
        return new StandingActivity(
                judged.activityId(),
                judged.known().activity(),
                judged.known().receipt(),
                judged.programs(),
                grants,
                judged.kept());
    }

    /**
     * Takes back all that these programs gave, with what was used of caps and budgets, and writes the receipt that stands
     * from now on.
     *
     * @param counted of the programs, those whose tiers had counted it
     */
    Receipt takeBack(StandingActivity one, Set<ProgramCode> programs, Set<ProgramCode> counted, Change change) {
        UUID receiptId = Ids.next();
        List<StandingGrant> gone = one.grants().stream()
                .filter(grant -> programs.contains(grant.key().program()))
                .toList();
        Booked booked = books.post(Optional.of(one.activity().member()), takes(gone), occasion(one, receiptId, change));
        Map<ProgramCode, List<Receipt.TierChange>> moves = tiers.uncount(one, change.now(), of(one, counted));
        Followed followed =
                followers.follow(new SettledActivity(one.id(), one.activity(), of(one, programs), change.now()));
        List<Receipt.Part> parts = one.receipt().programs().stream()
                .map(part -> programs.contains(part.program())
                        ? part.takenBack(moves.getOrDefault(part.program(), List.of()))
                        : part)
                .toList();
        Receipt receipt = one.receipt()
                .then(
                        receiptId,
                        ReceiptWriter.with(followed.programs(), parts),
                        List.of(),
                        Balances.of(members.balances(one.activity().member())));
        filings.amend(filing(one, receipt, change, new Gone(gone, of(one, programs), booked)));
        events.tell(receipt, booked);
        return receipt;
    }

    /**
     * A later decision about an activity.
     *
     * @param cause as the receipt names it
     */
    record Change(String cause, Instant now) {}

    private static List<GrantChange> takes(List<StandingGrant> gone) {
        return gone.stream()
                .map(grant -> (GrantChange) new GrantChange.Take(
                        grant.key(),
                        grant.version(),
                        grant.lots().get(0).lot(),
                        grant.grant().points()))
                .toList();
    }

    static Bookkeeping.Occasion occasion(StandingActivity one, UUID receiptId, Change change) {
        return new Bookkeeping.Occasion(
                one.activity().source(),
                one.activity().reference(),
                receiptId,
                one.activity().occurredAt(),
                change.now(),
                Map.of(),
                List.of(),
                List.of());
    }

    static List<ProgramJudgement> of(StandingActivity one, Set<ProgramCode> programs) {
        return one.programs().stream()
                .filter(judgement -> programs.contains(judgement.program()))
                .toList();
    }

    /** What goes: the grants, what their programs had said, and how it was posted. */
    private record Gone(List<StandingGrant> grants, List<ProgramJudgement> judgements, Booked booked) {}

    private Filing filing(StandingActivity one, Receipt receipt, Change change, Gone gone) {
        Activity activity = one.activity();
        List<Proof> written = new ArrayList<>();
        gone.booked()
                .entries()
                .forEach((take, entry) -> gone.grants().stream()
                        .filter(grant -> grant.key().equals(take.key()))
                        .findFirst()
                        .ifPresent(grant -> written.add(Proofs.takenBack(
                                activity, change.now(), (GrantChange.Take) take, entry, grant.grant()))));
        return new Filing(
                Filing.Subject.of(one.id(), activity),
                receipt,
                change.cause(),
                List.of(),
                written,
                Map.of(activity.member(), capsGivenBack(gone.judgements())),
                budgetsGivenBack(one, gone),
                change.now());
    }

    private static List<CapUse> capsGivenBack(List<ProgramJudgement> judgements) {
        return judgements.stream()
                .flatMap(judgement -> judgement.capUses().stream())
                .filter(use -> use.key().scope() == Cap.Scope.MEMBER)
                .map(use -> new CapUse(use.key(), -use.amount()))
                .toList();
    }

    private List<BudgetDelta> budgetsGivenBack(StandingActivity one, Gone gone) {
        List<BudgetDelta> deltas = new ArrayList<>();
        for (ProgramJudgement judgement : gone.judgements()) {
            Map<String, Long> had = new HashMap<>(one.kept());
            had.keySet().removeIf(name -> !name.startsWith(judgement.program() + "/"));
            if (!had.isEmpty()) {
                Map<String, SharedDemand> needed = shared.needs(
                        judgement,
                        gone.grants().stream().map(ActivityBooks::emptied).toList(),
                        one.activity().occurredAt(),
                        List.of());
                deltas.addAll(LimitsKept.deltas(had, shared.settle(had, needed)));
            }
        }
        return deltas;
    }

    /** As a grant looks of which nothing is left: a budget that isn't refilled keeps it as used. */
    private static StandingGrant emptied(StandingGrant grant) {
        return new StandingGrant(
                grant.key(),
                grant.version(),
                grant.grant(),
                List.of(new LineShare("", grant.grant().points())),
                grant.lots());
    }
}
