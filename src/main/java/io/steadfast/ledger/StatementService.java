package io.steadfast.ledger;

import io.steadfast.ledger.core.EntryStory;
import io.steadfast.ledger.core.ExpiringPoints;
import io.steadfast.ledger.core.LedgerRefusal;
import io.steadfast.ledger.core.LotStatement;
import io.steadfast.ledger.core.MemberBalances;
import io.steadfast.ledger.core.StatementEntry;
import io.steadfast.ledger.core.StatementPage;
import io.steadfast.ledger.store.EntryStories;
import io.steadfast.ledger.store.StatementStore;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.platform.time.TenantClock;
import io.steadfast.shared.MemberId;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Reads the books; takes no lock. */
@Stateless
public class StatementService {

    private static final int MOST_DATES = 2_000;

    @Inject
    private StatementStore store;

    @Inject
    private EntryStories stories;

    @Inject
    private TenantClock clock;

    /**
     * What the member holds now, by the clock. One round trip.
     *
     * @throws Refusal MEMBER_UNKNOWN when nobody of that id has books
     */
    public MemberBalances balances(MemberId member) {
        return store.balances(member, clock.now())
                .orElseThrow(() -> new Refusal(LedgerRefusal.MEMBER_UNKNOWN, Map.of("member", member.toString())));
    }

    /** What lapses when if nothing happens, the earliest first; at most {@value #MOST_DATES} dates. */
    public List<ExpiringPoints> expiring(MemberId member) {
        return store.expiring(member, clock.now(), MOST_DATES);
    }

    /** @throws Refusal MEMBER_UNKNOWN when nobody of that id has books */
    public void requireKnown(MemberId member) {
        balances(member);
    }

    /** A page of the statement, the newest entry first. */
    public List<StatementEntry> entries(StatementPage<Long> page) {
        return store.entries(page);
    }

    public Optional<StatementEntry> entry(UUID id) {
        return store.entry(id);
    }

    /** Entries of a member with what they did to lots, by entry; one that isn't this member's is left out. One round trip. */
    public Map<UUID, EntryStory> stories(MemberId member, Collection<UUID> entries) {
        return stories.of(member, entries);
    }

    /** A page of the lots, the newest first, with what has become of their points. */
    public List<LotStatement> lots(StatementPage<UUID> page) {
        return store.lots(page);
    }
}
