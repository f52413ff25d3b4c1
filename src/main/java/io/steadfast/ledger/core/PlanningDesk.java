package io.steadfast.ledger.core;

import io.steadfast.shared.WalletCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What lies on the desk while one posting is planned: the lots as they stand by now and the entries drafted so far. */
final class PlanningDesk {

    private final Books books;
    private final Posting posting;
    private final Supplier<UUID> ids;
    private final Map<UUID, WorkingLot> lots = new LinkedHashMap<>();
    private final Map<WalletCode, Long> debts = new HashMap<>();
    private final List<EntryDraft> entries = new ArrayList<>();
    private final List<UUID> primary = new ArrayList<>();
    private final Map<WalletCode, Instant> deadlines;
    private final Map<WalletCode, AccountEnds> ends = new HashMap<>();
    private final Set<WalletCode> lapsed = new HashSet<>();
    private final Map<WalletCode, Instant> revived = new HashMap<>();
    private final Map<UUID, Long> givenBack = new HashMap<>();

    PlanningDesk(Books books, Posting posting, Supplier<UUID> ids) {
        this.books = books;
        this.posting = posting;
        this.ids = ids;
        this.deadlines = new HashMap<>(posting.inactivityDeadlines());
        books.lots().forEach(facts -> lots.put(facts.id(), new WorkingLot(facts, false)));
    }

    /** When an account ends if nothing follows, and when it ended last, as this posting has left it by now. */
    private record AccountEnds(Optional<Instant> deadline, Optional<Instant> lapsedAt) {}

    Instant now() {
        return books.now();
    }

    Instant effectiveAt() {
        return posting.effectiveAt();
    }

    AccountFacts account(WalletCode wallet) {
        return books.account(wallet);
    }

    SpendFacts spend(UUID entry, WalletCode wallet) {
        SpendFacts facts = books.spends().get(entry);
        if (facts == null || !facts.wallet().equals(wallet)) {
            throw new LedgerRefused(LedgerRefusal.ENTRY_NOT_A_SPEND, Map.of("entry", entry.toString()));
        }
        long more = givenBack.getOrDefault(entry, 0L);
        return more == 0
                ? facts
                : new SpendFacts(
                        facts.entry(), facts.kind(), facts.wallet(), facts.allocations(), facts.returned() + more);
    }

    /** Notes what comes back of a spend, so that two movements of one posting can't give the same points back. */
    void giveBack(UUID entry, long points) {
        givenBack.merge(entry, points, Math::addExact);
    }

    WorkingLot lot(UUID id, WalletCode wallet) {
        WorkingLot lot = lots.get(id);
        if (lot == null || !lot.wallet.equals(wallet)) {
            throw new LedgerRefused(LedgerRefusal.LOT_UNKNOWN, Map.of("lot", id.toString()));
        }
        return lot;
    }

    /** A lot and what came back of it when it had lapsed, and of that again. */
    List<WorkingLot> family(WorkingLot first) {
        List<WorkingLot> family = new ArrayList<>(List.of(first));
        for (int i = 0; i < family.size(); i++) {
            UUID old = family.get(i).id;
            lots.values().stream()
                    .filter(lot -> lot.reinstates(old))
                    .sorted(WorkingLot.EARLIEST_EXPIRY)
                    .forEach(family::add);
        }
        return family;
    }

    void lay(WorkingLot fresh) {
        lots.put(fresh.id, fresh);
    }

    /** The lots of a wallet in an order. */
    List<WorkingLot> lots(WalletCode wallet, Comparator<WorkingLot> order) {
        return lots.values().stream()
                .filter(lot -> lot.wallet.equals(wallet))
                .sorted(order)
                .toList();
    }

    long debt(WalletCode wallet) {
        return debts.getOrDefault(wallet, account(wallet).debt());
    }

    /** Everything ever granted less what was taken back, as this posting has left it by now. */
    long lifetime(WalletCode wallet) {
        return account(wallet).balance().lifetime()
                + entries.stream()
                        .filter(entry -> entry.wallet().equals(wallet))
                        .mapToLong(entry -> entry.change().lifetime())
                        .sum();
    }

    /** Lots of a wallet that have lapsed neither by their date nor with the account. */
    List<WorkingLot> living(WalletCode wallet, Comparator<WorkingLot> order) {
        return lots(wallet, order).stream()
                .filter(lot -> !lot.dates().expiredBy(now()) && !lapsed(lot))
                .toList();
    }

    /** Living lots with points that are active by the clock. */
    List<WorkingLot> usable(WalletCode wallet, Comparator<WorkingLot> order) {
        return living(wallet, order).stream()
                .filter(lot -> lot.usable(now()) > 0)
                .toList();
    }

    /** Whether a lot lapsed with its account's inactivity deadline though nobody has posted it: what was earned since lives. */
    boolean lapsed(WorkingLot lot) {
        return lapsed(lot, now());
    }

    boolean lapsed(WorkingLot lot, Instant instant) {
        return deadline(lot.wallet)
                .filter(deadline -> !deadline.isAfter(instant))
                .filter(deadline -> lot.dates().activityAt().isBefore(deadline))
                .isPresent();
    }

    Optional<Instant> deadline(WalletCode wallet) {
        return ends(wallet).deadline();
    }

    Optional<Instant> lapsedAt(WalletCode wallet) {
        return ends(wallet).lapsedAt();
    }

    private AccountEnds ends(WalletCode wallet) {
        AccountFacts account = account(wallet);
        return ends.getOrDefault(wallet, new AccountEnds(account.inactivityDeadline(), account.lapsedAt()));
    }

    List<AccountLapse> lapses(WalletCode wallet) {
        return books.lapses().getOrDefault(wallet, List.of());
    }

    /** The account lives on until the later of what this activity brings and a deadline that stands. */
    void keepUntil(WalletCode wallet, Posting activity, Optional<Instant> standing) {
        Optional<Instant> until = Stream.concat(
                        Optional.ofNullable(activity.inactivityDeadlines().get(wallet)).stream(), standing.stream())
                .max(Instant::compareTo);
        ends.put(wallet, new AccountEnds(until, lapsedAt(wallet)));
    }

    /** The account is as dead as before. */
    void keepNothing(WalletCode wallet) {
        deadlines.remove(wallet);
    }

    /** The last lapse never happened. */
    void undo(WalletCode wallet, AccountLapse lapse) {
        Optional<Instant> before = lapses(wallet).stream()
                .map(AccountLapse::at)
                .filter(at -> at.isBefore(lapse.at()))
                .max(Instant::compareTo);
        ends.put(wallet, new AccountEnds(deadline(wallet), before));
        revived.put(wallet, lapse.at());
    }

    /** Whether a lot's points are over, by its date or because its account lapsed by the books since its dates were written. */
    boolean ended(WorkingLot lot) {
        return lot.dates().expiredBy(now())
                || lapsedAt(lot.wallet)
                        .filter(at -> lot.dates().activityAt().isBefore(at) && lot.datedBefore(at))
                        .isPresent();
    }

    Draft draft(EntryKind kind, WalletCode wallet, Cause cause) {
        return draft(kind, wallet, cause, effectiveAt());
    }

    Draft draft(EntryKind kind, WalletCode wallet, Cause cause, Instant at) {
        return new Draft(ids.get(), kind, wallet, cause, at);
    }

    /** Enters the entry that carries out a movement. */
    EntryDraft enter(Draft draft) {
        EntryDraft entry = follow(draft);
        primary.add(entry.id());
        return entry;
    }

    /** Enters an entry that follows from another. */
    EntryDraft follow(Draft draft) {
        EntryDraft entry = draft.entry();
        entries.add(entry);
        debts.put(entry.wallet(), debt(entry.wallet()) + entry.change().debt());
        return entry;
    }

    void lapse(WalletCode wallet) {
        lapsed.add(wallet);
        ends.put(wallet, new AccountEnds(Optional.empty(), deadline(wallet)));
    }

    Plan plan() {
        List<Plan.LotAfter> after = lots.values().stream()
                .filter(WorkingLot::touched)
                .map(WorkingLot::after)
                .toList();
        Map<WalletCode, Instant> activity = new HashMap<>();
        posting.keptAlive().keySet().forEach(wallet -> activity.put(wallet, posting.effectiveAt()));
        return new Plan(entries, primary, after, deadlines, lapsed, activity, revived);
    }
}
