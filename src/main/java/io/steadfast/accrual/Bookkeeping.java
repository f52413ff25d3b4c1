package io.steadfast.accrual;

import io.steadfast.accrual.core.Grant;
import io.steadfast.accrual.core.GrantChange;
import io.steadfast.ledger.LedgerService;
import io.steadfast.ledger.core.Cause;
import io.steadfast.ledger.core.DeficitPolicy;
import io.steadfast.ledger.core.EntryDraft;
import io.steadfast.ledger.core.LotDates;
import io.steadfast.ledger.core.Movement;
import io.steadfast.ledger.core.Posted;
import io.steadfast.ledger.core.Posting;
import io.steadfast.ledger.core.WalletBalance;
import io.steadfast.programs.ProgramService;
import io.steadfast.programs.core.Wallet;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.Origin;
import io.steadfast.shared.WalletCode;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/** Posts a difference to the ledger, member by member, each change with the rule that caused it. */
@Dependent
class Bookkeeping {

    @Inject
    LedgerService ledger;

    @Inject
    ProgramService programs;

    @Inject
    @Any
    Instance<DebtCover> covers;

    /**
     * What is to be posted and why.
     *
     * @param occurredAt when the order or activity happened: what is granted is earned then
     * @param effectiveAt when that happened which makes the difference
     * @param deadlines of the member who earns, by wallet
     * @param before what is done to the books of the member who earns before anything else
     * @param more what else is done to them, at last
     */
    record Occasion(
            String source,
            String reference,
            UUID receiptId,
            Instant occurredAt,
            Instant effectiveAt,
            Map<WalletCode, Instant> deadlines,
            List<Movement> before,
            List<Movement> more) {}

    /** @param owner who earns; empty where nobody does any more */
    Booked post(Optional<MemberId> owner, List<GrantChange> changes, Occasion occasion) {
        Map<MemberId, List<GrantChange>> byMember = new TreeMap<>();
        changes.forEach(change -> byMember.computeIfAbsent(change.key().member(), member -> new ArrayList<>())
                .add(change));
        owner.filter(member -> !occasion.deadlines().isEmpty()
                        || !occasion.more().isEmpty()
                        || !occasion.before().isEmpty())
                .ifPresent(member -> byMember.putIfAbsent(member, List.of()));
        Map<GrantChange, UUID> entries = new LinkedHashMap<>();
        Map<MemberId, List<WalletBalance>> balances = new HashMap<>();
        List<UUID> before = new ArrayList<>();
        byMember.forEach((member, own) -> {
            boolean earns = owner.equals(Optional.of(member));
            List<Movement> movements = new ArrayList<>(earns ? occasion.before() : List.of());
            int first = movements.size();
            own.forEach(change -> movements.add(movement(change, occasion)));
            if (earns) {
                movements.addAll(occasion.more());
            }
            Posting posting =
                    new Posting(member, occasion.effectiveAt(), movements, earns ? occasion.deadlines() : Map.of());
            cover(posting, own);
            Posted posted = ledger.post(posting);
            List<EntryDraft> made = posted.entries();
            for (int at = 0; at < own.size(); at++) {
                entries.put(own.get(at), made.get(first + at).id());
            }
            made.subList(0, first).forEach(entry -> before.add(entry.id()));
            balances.put(member, posted.balances());
        });
        return new Booked(entries, before, balances);
    }

    private void cover(Posting posting, List<GrantChange> changes) {
        List<GrantChange> takes =
                changes.stream().filter(GrantChange.Take.class::isInstance).toList();
        if (!takes.isEmpty()) {
            covers.forEach(each -> each.cover(posting, takes));
        }
    }

    private Movement movement(GrantChange change, Occasion occasion) {
        Cause cause = Cause.rule(new Origin(
                        Origin.Kind.PROGRAM,
                        change.key().program().value(),
                        change.version(),
                        Optional.of(change.key().rule())))
                .about(occasion.source(), occasion.reference())
                .in(occasion.receiptId());
        if (change instanceof GrantChange.Take take) {
            return new Movement.TakeBack(change.key().wallet(), take.lot(), change.points(), deficit(change), cause);
        }
        Grant grant = ((GrantChange.Give) change).grant();
        LotDates dates = new LotDates(occasion.occurredAt(), grant.activation().at(), grant.expiresAt());
        return Movement.Grant.accrual(change.key().wallet(), change.points(), dates, cause);
    }

    private DeficitPolicy deficit(GrantChange change) {
        return programs.version(change.key().program(), change.version())
                .flatMap(version -> version.document().wallet(change.key().wallet()))
                .map(Wallet::deficit)
                .map(policy -> DeficitPolicy.valueOf(policy.name()))
                .orElse(DeficitPolicy.DEBT);
    }
}
