package io.steadfast.accrual;

import io.steadfast.accrual.core.LotTransition;
import io.steadfast.accrual.store.TransitionRepository;
import io.steadfast.ledger.LedgerService;
import io.steadfast.ledger.core.Cause;
import io.steadfast.ledger.core.Movement;
import io.steadfast.ledger.core.NoticePromise;
import io.steadfast.ledger.core.Posting;
import io.steadfast.platform.time.TenantClock;
import io.steadfast.programs.ProgramService;
import io.steadfast.programs.core.ProgramDocument;
import io.steadfast.programs.core.Tier;
import io.steadfast.programs.core.TierSetRef;
import io.steadfast.programs.core.Wallet;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.TierCode;
import io.steadfast.shared.WalletCode;
import io.steadfast.tiers.TierService;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Carries a changed expiry to the lots that were given before it, where a version says that it holds for all ({@code lots:
 * all}): a date moves later or goes, never earlier. Once a day before the version begins, for all that lapses after it does, and
 * once more when it begins, for what was given in between; so no date passes before it is moved.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class LotTransitionService {

    /** So few that nobody waits long for a member's lock. */
    private static final int MEMBERS_A_TRANSACTION = 20;

    private static final int LOTS_A_POSTING = 1_000;
    private static final String REASON = "EXPIRY_CHANGED";
    private static final String SYSTEM = "program";

    @Inject
    TransitionRepository transitions;

    @Inject
    ProgramService programs;

    @Inject
    LedgerService ledger;

    @Inject
    TierService tiers;

    @Inject
    TenantClock clock;

    /** When the next pass falls due. */
    public Optional<Instant> nextDue() {
        return transitions.open().map(TransitionRepository.Pass::due);
    }

    /**
     * Takes one pass that is due some members further. Safe to run late and twice: a date that was moved isn't moved again.
     *
     * @return whether there may be more
     */
    public boolean runSome(Instant upTo) {
        Optional<TransitionRepository.Pass> due =
                transitions.open().filter(pass -> !pass.due().isAfter(upTo));
        due.ifPresent(this::further);
        return due.isPresent();
    }

    private void further(TransitionRepository.Pass pass) {
        ProgramDocument document =
                programs.version(pass.program(), pass.version()).orElseThrow().document();
        List<WalletCode> wallets = document.wallets().stream().map(Wallet::code).toList();
        List<MemberId> members = transitions.members(wallets, pass.after(), MEMBERS_A_TRANSACTION);
        members.forEach(member -> carry(pass, document, wallets, member));
        boolean through = members.size() < MEMBERS_A_TRANSACTION;
        UUID last = members.isEmpty()
                ? pass.after()
                : members.get(members.size() - 1).value();
        transitions.keep(pass, last, through ? Optional.of(clock.now()) : Optional.empty());
    }

    private void carry(
            TransitionRepository.Pass pass, ProgramDocument document, List<WalletCode> wallets, MemberId member) {
        ledger.lockMember(member);
        List<LotTransition.Account> accounts = transitions.accounts(member, wallets, pass.effectiveFrom());
        UUID after = new UUID(0, 0);
        List<TransitionRepository.Standing> lots = lots(pass, wallets, member, after);
        while (!lots.isEmpty()) {
            redate(pass, document, member, lots);
            after = lots.get(lots.size() - 1).id();
            lots = lots(pass, wallets, member, after);
        }
        accounts.forEach(account -> move(pass, document, member, account));
    }

    private List<TransitionRepository.Standing> lots(
            TransitionRepository.Pass pass, List<WalletCode> wallets, MemberId member, UUID after) {
        return transitions.lots(
                member,
                wallets,
                new TransitionRepository.Lots(pass.effectiveFrom(), after, clock.now()),
                LOTS_A_POSTING);
    }

    private void redate(
            TransitionRepository.Pass pass,
            ProgramDocument document,
            MemberId member,
            List<TransitionRepository.Standing> lots) {
        Instant now = clock.now();
        Cause cause = Cause.job(REASON).about(SYSTEM, pass.program() + "/" + pass.version());
        List<Movement> movements = new ArrayList<>();
        for (TransitionRepository.Standing standing : lots) {
            LotTransition.Lot lot = standing.lot();
            if (lot.expiresAt().isAfter(now)) {
                LotTransition.Outcome outcome =
                        LotTransition.of(document, tiers(document, member, lot.activityAt()), lot);
                movement(standing.id(), lot.wallet(), outcome, cause).ifPresent(movements::add);
            }
        }
        if (!movements.isEmpty()) {
            ledger.post(new Posting(member, now, movements, Map.of()));
        }
    }

    private static Optional<Movement> movement(
            UUID lot, WalletCode wallet, LotTransition.Outcome outcome, Cause cause) {
        return switch (outcome.kind()) {
            case STAYS -> Optional.empty();
            case LATER -> Optional.of(new Movement.Redate(wallet, lot, Optional.empty(), outcome.expiresAt(), cause));
            case NEVER -> Optional.of(new Movement.Unlimit(wallet, lot, cause));
        };
    }

    /** Asked only where a tier has an expiry of its own. */
    private Map<TierSetRef, TierCode> tiers(ProgramDocument document, MemberId member, Instant at) {
        boolean asked = document.tierSets().stream()
                .flatMap(set -> set.tiers().stream())
                .map(Tier::expiry)
                .anyMatch(expiry -> !expiry.isEmpty());
        return asked ? tiers.tiersAt(member, at) : Map.of();
    }

    /** What nobody was told of yet stays a plan, and a new one where the version promises a notice: no notice, no expiry. */
    private void move(
            TransitionRepository.Pass pass, ProgramDocument document, MemberId member, LotTransition.Account account) {
        Optional<Instant> deadline =
                LotTransition.deadline(document, tiers(document, member, account.lastActivityAt()), account);
        Optional<NoticePromise> promise =
                account.deadline().isPresent() ? Optional.empty() : promise(pass, document, account);
        if (promise.isPresent()) {
            if (!deadline.equals(account.plan().map(LotTransition.Plan::at))) {
                ledger.planDeadline(member, account.wallet(), promise.get(), deadline);
            }
        } else if (!deadline.equals(account.deadline())) {
            ledger.moveDeadline(member, account.wallet(), deadline);
        }
    }

    /** The notice that the version promises, or that was promised before. */
    private static Optional<NoticePromise> promise(
            TransitionRepository.Pass pass, ProgramDocument document, LotTransition.Account account) {
        return document.wallet(account.wallet())
                .flatMap(Wallet::notice)
                .map(notice -> notice.days())
                .or(() -> account.plan().map(LotTransition.Plan::days))
                .map(days -> new NoticePromise(
                        pass.program(), pass.version(), days, document.basics().zone()));
    }
}
