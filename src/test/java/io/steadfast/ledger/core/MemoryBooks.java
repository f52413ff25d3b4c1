package io.steadfast.ledger.core;

import io.steadfast.shared.MemberId;
import io.steadfast.shared.WalletCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * One member's books in memory. Keeps what is append-only and rebuilds every fact from it, so that it can't make the same
 * mistake as a projection; keeps the projection of open lots beside it, to be compared.
 */
final class MemoryBooks {

    static final WalletCode POINTS = new WalletCode("points");
    static final MemberId MEMBER = new MemberId(new UUID(7, 7));

    final List<EntryDraft> entries = new ArrayList<>();
    final Map<UUID, Plan.LotAfter> projection = new LinkedHashMap<>();
    private final Map<UUID, Instant> recorded = new LinkedHashMap<>();
    private Optional<Instant> deadline = Optional.empty();
    private final List<Lapse> lapses = new ArrayList<>();
    private long ids;

    /** A lapse that is posted, and the first activity since. */
    private record Lapse(Instant at, Optional<Instant> revivedAt) {}

    /** What a lot has come to, from its grant and its allocations. */
    record LotStates(EntryDraft grant, Map<LotState, Long> points, LotDates dates, long takenBack) {

        long in(LotState state) {
            return points.getOrDefault(state, 0L);
        }
    }

    Plan post(Posting posting, Instant now) {
        Plan plan = take(PostingPlanner.plan(books(now), posting, this::nextId), now);
        if (!posting.keptAlive().isEmpty()) {
            lapses.replaceAll(lapse -> lapse.at().isAfter(posting.effectiveAt())
                    ? lapse
                    : new Lapse(
                            lapse.at(),
                            Stream.concat(lapse.revivedAt().stream(), Stream.of(posting.effectiveAt()))
                                    .min(Instant::compareTo)));
        }
        return plan;
    }

    Plan catchUp(Instant now) {
        return take(PostingPlanner.catchUp(books(now), MEMBER, Set.of(POINTS), this::nextId), now);
    }

    private Plan take(Plan plan, Instant now) {
        entries.addAll(plan.entries());
        plan.entries().forEach(entry -> recorded.put(entry.id(), now));
        plan.lots().forEach(lot -> projection.put(lot.id(), lot));
        Optional.ofNullable(plan.revived().get(POINTS))
                .ifPresent(first -> lapses.removeIf(lapse -> !lapse.at().isBefore(first)));
        if (plan.lapsed().contains(POINTS)) {
            lapses.add(new Lapse(deadline.orElseThrow(), Optional.empty()));
            deadline = Optional.empty();
        }
        Optional.ofNullable(plan.deadlines().get(POINTS))
                .filter(later -> deadline.isEmpty() || later.isAfter(deadline.get()))
                .ifPresent(later -> deadline = Optional.of(later));
        return plan;
    }

    /** Every lapse that stands, the last first. */
    private List<AccountLapse> lapses() {
        List<AccountLapse> all = new ArrayList<>();
        for (Lapse lapse : lapses) {
            all.add(0, lapse(lapse));
        }
        return all;
    }

    private AccountLapse lapse(Lapse lapse) {
        List<AccountLapse.Part> parts = new ArrayList<>();
        Map<UUID, Optional<Instant>> dates = new LinkedHashMap<>();
        Map<UUID, LotDates> before = Map.of();
        for (EntryDraft entry : entries) {
            boolean ends = entry.effectiveAt().equals(lapse.at())
                    && (entry.kind() == EntryKind.EXPIRY || entry.kind() == EntryKind.REDATING)
                    && entry.cause().equals(Cause.job("EXPIRY"));
            if (ends) {
                before = before.isEmpty() ? datesBefore(entry) : before;
                for (EntryDraft.Allocation each : entry.allocations()) {
                    parts.add(new AccountLapse.Part(each.lot(), each.from(), each.points()));
                    dates.put(each.lot(), before.get(each.lot()).expiresAt());
                }
                for (EntryDraft.LotChange change : entry.changes()) {
                    dates.put(change.lot(), before.get(change.lot()).expiresAt());
                }
            }
        }
        return new AccountLapse(lapse.at(), lapse.revivedAt(), parts, dates);
    }

    /** As they stand, but as they stood before where the lapse or a return to the lapsed account wrote them last. */
    private Map<UUID, LotDates> datesBefore(EntryDraft entry) {
        MemoryBooks before = new MemoryBooks();
        before.entries.addAll(entries.subList(0, entries.indexOf(entry)));
        Map<UUID, LotStates> then = before.lots();
        Map<UUID, LotDates> dates = new LinkedHashMap<>();
        lots().forEach((id, lot) -> dates.put(id, lot.dates()));
        for (EntryDraft each : entries) {
            boolean undone = each.kind() == EntryKind.RETURN || each.cause().equals(Cause.job("EXPIRY"));
            each.changes().stream()
                    .map(EntryDraft.LotChange::lot)
                    .filter(then::containsKey)
                    .forEach(lot -> dates.put(
                            lot,
                            undone ? then.get(lot).dates() : lots().get(lot).dates()));
        }
        return dates;
    }

    private UUID nextId() {
        return new UUID(0, ++ids);
    }

    Map<UUID, LotStates> lots() {
        Map<UUID, LotStates> lots = new LinkedHashMap<>();
        for (EntryDraft entry : entries) {
            entry.lot().ifPresent(lot -> {
                LotState state = entry.change().active() > 0 ? LotState.ACTIVE : LotState.PENDING;
                Map<LotState, Long> points = new EnumMap<>(LotState.class);
                points.put(state, lot.granted());
                lots.put(entry.id(), new LotStates(entry, points, lot.dates(), 0));
            });
            for (EntryDraft.Allocation each : entry.allocations()) {
                Map<LotState, Long> points = lots.get(each.lot()).points();
                points.merge(each.from(), -each.points(), Long::sum);
                points.merge(each.to(), each.points(), Long::sum);
            }
            for (EntryDraft.LotChange change : entry.changes()) {
                lots.computeIfPresent(
                        change.lot(),
                        (id, lot) -> new LotStates(
                                lot.grant(),
                                lot.points(),
                                new LotDates(lot.dates().activityAt(), change.activatesAt(), change.expiresAt()),
                                lot.takenBack()));
            }
            if (entry.kind() == EntryKind.REVERSAL) {
                lots.computeIfPresent(
                        entry.reverses().orElseThrow(),
                        (id, lot) -> new LotStates(
                                lot.grant(),
                                lot.points(),
                                lot.dates(),
                                lot.takenBack()
                                        + entry.forgiven()
                                        - entry.change().lifetime()));
            }
        }
        return lots;
    }

    AccountChange sums() {
        return entries.stream().map(EntryDraft::change).reduce(AccountChange.NONE, AccountChange::plus);
    }

    /** Whether a lot lapsed with the account: what was earned since the deadline lives. */
    private boolean lapsed(LotStates lot, Instant now) {
        return deadline.isPresent()
                && !deadline.get().isAfter(now)
                && lot.dates().activityAt().isBefore(deadline.get());
    }

    /** Active points by the clock less the debt. */
    long spendable(Instant now) {
        long active =
                lots().values().stream().mapToLong(lot -> usable(lot, now)).sum();
        return active - sums().debt();
    }

    long usable(LotStates lot, Instant now) {
        if (lot.dates().expiredBy(now) || lapsed(lot, now)) {
            return 0;
        }
        return lot.in(LotState.ACTIVE) + (lot.dates().activeBy(now) ? lot.in(LotState.PENDING) : 0);
    }

    Books books(Instant now) {
        List<LotFacts> facts = new ArrayList<>();
        lots().forEach((id, lot) -> facts.add(new LotFacts(
                id,
                POINTS,
                lot.in(LotState.PENDING),
                lot.in(LotState.ACTIVE),
                lot.in(LotState.HELD),
                lot.in(LotState.BLOCKED),
                lot.dates(),
                Optional.of(new LotFacts.GrantFacts(
                        lot.grant().kind(),
                        lot.grant().lot().orElseThrow().granted(),
                        lot.in(LotState.EXPIRED) - reinstated(id),
                        lot.takenBack(),
                        lot.grant().lot().orElseThrow().reinstates(),
                        datedAt(id))))));
        AccountChange sums = sums();
        WalletBalance balance = new WalletBalance(
                POINTS, spendable(now), sums.pending(), sums.held(), 0, sums.debt(), sums.lifetime(), Optional.empty());
        Optional<Instant> lapsedAt = lapses.stream().map(Lapse::at).max(Instant::compareTo);
        return new Books(
                now,
                Map.of(POINTS, new AccountFacts(balance, sums.debt(), deadline, lapsedAt, nextLot())),
                facts,
                spends(),
                Map.of(POINTS, lapses()));
    }

    private Instant datedAt(UUID id) {
        Instant at = Instant.MIN;
        for (EntryDraft entry : entries) {
            if (entry.id().equals(id)
                    || entry.changes().stream().anyMatch(change -> change.lot().equals(id))) {
                at = recorded.getOrDefault(entry.id(), at);
            }
        }
        return at;
    }

    /** When the next lot expires or becomes active by what is posted. */
    private Optional<Instant> nextLot() {
        return lots().values().stream()
                .flatMap(lot -> Stream.of(
                        lot.in(LotState.PENDING) + lot.in(LotState.ACTIVE) > 0
                                ? lot.dates().expiresAt()
                                : Optional.<Instant>empty(),
                        lot.in(LotState.PENDING) > 0 ? lot.dates().activatesAt() : Optional.<Instant>empty()))
                .flatMap(Optional::stream)
                .min(Instant::compareTo);
    }

    /** When a job that is always in time works next. */
    Optional<Instant> nextDue() {
        Optional<Instant> blocked = lots().values().stream()
                .filter(lot -> lot.in(LotState.BLOCKED) > 0)
                .flatMap(lot -> lot.dates().expiresAt().stream())
                .min(Instant::compareTo);
        return Stream.of(nextLot(), blocked, deadline).flatMap(Optional::stream).min(Instant::compareTo);
    }

    /** The same books with everything posted that time has done. */
    MemoryBooks caughtUp(Instant now) {
        MemoryBooks other = new MemoryBooks();
        other.entries.addAll(entries);
        other.projection.putAll(projection);
        other.recorded.putAll(recorded);
        other.deadline = deadline;
        other.lapses.addAll(lapses);
        other.ids = ids;
        other.catchUp(now);
        return other;
    }

    /** What came back of a lot that had lapsed. */
    long reinstated(UUID id) {
        return entries.stream()
                .flatMap(entry -> entry.lot().stream())
                .filter(lot -> lot.reinstates().equals(Optional.of(id)))
                .mapToLong(EntryDraft.NewLot::granted)
                .sum();
    }

    /** A lot and what came back of it when it had lapsed, and of that again. */
    List<UUID> family(UUID first) {
        List<UUID> family = new ArrayList<>(List.of(first));
        for (int i = 0; i < family.size(); i++) {
            Optional<UUID> old = Optional.of(family.get(i));
            lots().forEach((id, lot) -> {
                if (lot.grant().lot().orElseThrow().reinstates().equals(old)) {
                    family.add(id);
                }
            });
        }
        return family;
    }

    /** What is left of a family that nobody uses: living, or lapsed and not come back. */
    long unused(List<UUID> family) {
        long points = 0;
        for (UUID id : family) {
            LotStates lot = lots().get(id);
            points += lot.in(LotState.PENDING) + lot.in(LotState.ACTIVE) + lot.in(LotState.BLOCKED);
            points += lot.in(LotState.EXPIRED) - reinstated(id);
        }
        return points;
    }

    Map<UUID, SpendFacts> spends() {
        Map<UUID, SpendFacts> spends = new LinkedHashMap<>();
        for (EntryDraft entry : entries) {
            List<EntryDraft.Allocation> parts = entry.allocations().stream()
                    .filter(each -> each.to() == LotState.SPENT || each.to() == LotState.HELD)
                    .toList();
            if (!parts.isEmpty()) {
                spends.put(entry.id(), new SpendFacts(entry.id(), entry.kind(), POINTS, parts, returned(entry.id())));
            }
        }
        return spends;
    }

    private long returned(UUID spend) {
        return entries.stream()
                .filter(entry -> entry.reverses().equals(Optional.of(spend)))
                .flatMap(entry -> entry.allocations().stream())
                .filter(each -> each.from() == LotState.SPENT)
                .mapToLong(EntryDraft.Allocation::points)
                .sum();
    }
}
