package io.steadfast.ledger.store;

import io.steadfast.ledger.core.CanonicalBytes;
import io.steadfast.ledger.core.EntryDraft;
import io.steadfast.ledger.core.LedgerRefusal;
import io.steadfast.ledger.core.LedgerRefused;
import io.steadfast.ledger.core.Posted;
import io.steadfast.ledger.core.Posting;
import io.steadfast.ledger.core.Seal;
import io.steadfast.ledger.core.TamperedRow;
import io.steadfast.ledger.core.Violation;
import io.steadfast.platform.persistence.Asked;
import io.steadfast.platform.persistence.TenantStore;
import io.steadfast.platform.refusals.Concern;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.platform.tenancy.CurrentTenant;
import io.steadfast.platform.time.TenantClock;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.WalletCode;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The books inside the transaction under way, which remembers the members it has locked. */
@ApplicationScoped
public class LedgerStore {

    private static final String NOTE = "INSERT INTO entry_note (entry_id, member_id, note) VALUES (?, ?, ?)";

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    private TransactionSynchronizationRegistry transactions;

    @Inject
    private TenantStore tenantStore;

    @Inject
    private CurrentTenant currentTenant;

    @Inject
    private TenantClock clock;

    @Inject
    private Concern concern;

    /** The key under which a transaction keeps a member it has locked. */
    private record LockKey(MemberId member) {}

    /** Work with the transaction's connection. */
    @FunctionalInterface
    interface Work<T> {

        T on(Connection connection) throws SQLException;
    }

    public void open(MemberId member, Instant at) {
        MemberLock.open(tenantStore, member, at, CanonicalBytes.nothingBefore());
    }

    public void openAll(Collection<MemberId> members, Instant at) {
        MemberLock.openAll(tenantStore, members, at, CanonicalBytes.nothingBefore());
    }

    /** Locks the member, or finds them locked by this transaction. */
    public HeldMember lock(MemberId member) {
        return lock(member, clock.now(), () -> {});
    }

    /** The same in one round trip with what {@code behind} asks of the store. */
    public HeldMember lock(MemberId member, Runnable behind) {
        return lock(member, clock.now(), behind);
    }

    /** How many members are locked in one round trip. */
    public static final int LOCKS_IN_TRIP = 25;

    /** Locks members in their order; answers those that have books. */
    public Set<MemberId> lockAll(SortedSet<MemberId> members) {
        Instant now = clock.now();
        Set<MemberId> locked = new LinkedHashSet<>();
        Map<MemberId, Asked<Optional<HeldMember>>> asked = new LinkedHashMap<>();
        for (MemberId member : members) {
            if (known(member) != null) {
                locked.add(member);
            } else {
                asked.put(member, MemberLock.ask(tenantStore, member, now));
            }
            if (asked.size() == LOCKS_IN_TRIP) {
                take(asked, locked);
            }
        }
        take(asked, locked);
        return locked;
    }

    private void take(Map<MemberId, Asked<Optional<HeldMember>>> asked, Set<MemberId> locked) {
        asked.forEach((member, each) -> each.get().ifPresent(held -> {
            transactions.putResource(new LockKey(member), held);
            locked.add(member);
            held.mergedInto().ifPresent(this::lock);
        }));
        asked.clear();
    }

    private HeldMember lock(MemberId member, Instant now, Runnable behind) {
        HeldMember known = known(member);
        if (known != null) {
            behind.run();
            return known;
        }
        Asked<Optional<HeldMember>> asked = MemberLock.ask(tenantStore, member, now);
        behind.run();
        HeldMember held = asked.get()
                .orElseThrow(() -> new Refusal(LedgerRefusal.MEMBER_UNKNOWN, Map.of("member", member.toString())));
        transactions.putResource(new LockKey(member), held);
        concern.is(member);
        // What is posted for who was merged goes to the survivor: that lock is part of this one.
        held.mergedInto().ifPresent(this::lock);
        return held;
    }

    /** Whose books a locked member's are now, through as many merges as there were. */
    public MemberId survivorOf(MemberId member) {
        return mergedInto(member).map(this::survivorOf).orElse(member);
    }

    /** Into whom a member was merged; empty where this transaction hasn't locked them. */
    public Optional<MemberId> mergedInto(MemberId member) {
        return Optional.ofNullable(known(member)).flatMap(HeldMember::mergedInto);
    }

    /** A member this transaction has locked. */
    HeldMember held(MemberId member) {
        return Optional.ofNullable(known(member)).orElseThrow();
    }

    public Posted post(Posting posting) {
        return inBooks(posting, MemberBooks::post);
    }

    /** What the posting would come to; nothing of it is written. */
    public Posted plan(Posting posting) {
        return inBooks(posting, MemberBooks::plan);
    }

    /** Something done in the books of a member for a posting. */
    @FunctionalInterface
    private interface Deed {

        Posted in(MemberBooks books, HeldMember held, Posting posting) throws SQLException;
    }

    private Posted inBooks(Posting posting, Deed deed) {
        HeldMember held = known(posting.member());
        if (held == null) {
            throw new IllegalStateException("Member " + posting.member() + " isn't locked by this transaction");
        }
        try {
            return with(connection -> deed.in(
                    new MemberBooks(
                            connection, clock.now(), currentTenant.tenant().zone()),
                    held,
                    posting));
        } catch (LedgerRefused refused) {
            throw new Refusal(refused.reason(), refused.details()).about(posting.member());
        }
    }

    /** See {@link InvariantSql}. */
    public List<Violation> violations() {
        return with(InvariantSql::violations);
    }

    /** See {@link ChainVerifier}. */
    public Optional<TamperedRow> firstTampered() {
        return with(ChainVerifier::firstTampered);
    }

    /** See {@link DueLots#next}. */
    public Optional<Instant> nextDueLot() {
        return with(DueLots::next);
    }

    /** See {@link DueLots#chunk}. */
    public Map<MemberId, List<EntryDraft>> bookDueLots(Instant upTo, int lots) {
        return with(connection ->
                new DueLots(connection, upTo, currentTenant.tenant().zone()).chunk(lots));
    }

    /** Releases a hold that is overdue at this instant; nothing happens where it was settled meanwhile. */
    public void timeOut(MemberId member, Instant now) {
        HeldMember held = lock(member, now, () -> {});
        with(connection -> {
            new MemberBooks(connection, now, currentTenant.tenant().zone()).releaseOverdue(held);
            return held;
        });
    }

    /** See {@link SealStore#last}. */
    public SealStore.Sealed lastSeal() {
        return with(SealStore::last);
    }

    /** See {@link SealStore#seal}. */
    public Optional<Seal> seal(Instant at, int most) {
        return with(connection -> SealStore.seal(connection, at, most));
    }

    /** See {@link AccountDeadlines#move}. */
    public void moveDeadline(MemberId member, WalletCode wallet, Optional<Instant> deadline, Instant now) {
        HeldMember held = Optional.ofNullable(known(member)).orElseThrow();
        with(connection -> {
            AccountDeadlines.move(connection, held, wallet, deadline, now);
            return held;
        });
    }

    public void note(MemberId member, UUID entry, String words) {
        with(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(NOTE)) {
                new Rows.Binder(connection, statement)
                        .value(entry)
                        .value(member.value())
                        .value(words);
                return statement.executeUpdate();
            }
        });
    }

    private @Nullable HeldMember known(MemberId member) {
        return (HeldMember) transactions.getResource(new LockKey(member));
    }

    <T> T with(Work<T> work) {
        try {
            return work.on(tenantStore.connection());
        } catch (SQLException failure) {
            throw new IllegalStateException("The books can't be reached", failure);
        }
    }
}
