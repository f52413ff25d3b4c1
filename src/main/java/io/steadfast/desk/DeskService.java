package io.steadfast.desk;

import io.steadfast.accrual.Explanation;
import io.steadfast.accrual.ExplanationService;
import io.steadfast.desk.store.DeskReadings;
import io.steadfast.ledger.StatementService;
import io.steadfast.ledger.core.MemberBalances;
import io.steadfast.ledger.core.StatementEntry;
import io.steadfast.ledger.core.StatementPage;
import io.steadfast.platform.i18n.Language;
import io.steadfast.platform.time.TenantClock;
import io.steadfast.shared.MemberId;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The books of one member as staff read them, and the list of members. Reads only. */
@Stateless
public class DeskService {
    private static final int MOST = 200;
    private static final UUID AFTER_ALL = new UUID(-1L, -1L);

    @Inject
    private DeskReadings readings;

    @Inject
    private StatementService books;

    @Inject
    private ExplanationService explanations;

    @Inject
    private TenantClock clock;

    /** One for each wallet the member ever had points in. */
    public List<Holding> holdings(MemberId member) {
        MemberBalances balances = books.balances(member);
        return balances.wallets().stream()
                .map(wallet -> Holding.of(wallet, balances.expiring()))
                .toList();
    }

    /** The last entries with their proofs in that language, the newest first; at most {@value #MOST}. */
    public List<StatementLine> statement(MemberId member, int limit, Language language) {
        List<StatementEntry> entries =
                books.entries(new StatementPage<>(member, Optional.empty(), Optional.empty(), Math.min(limit, MOST)));
        Map<UUID, Explanation> proofs = explanations.explain(
                member, entries.stream().map(StatementEntry::id).toList(), language);
        return entries.stream()
                .map(entry -> StatementLine.of(entry, Optional.ofNullable(proofs.get(entry.id()))))
                .toList();
    }

    /** What isn't used up, what lapses first before the rest; at most {@value #MOST}. */
    public List<OpenLot> lots(MemberId member) {
        return readings.lots(member, clock.now(), MOST);
    }

    /** The members who came before the one given, or the newest; at most so many and never more than {@value #MOST}. */
    public MemberPage members(Optional<MemberId> before, int limit) {
        int most = Math.min(limit, MOST);
        List<MemberRow> rows = readings.members(before.map(MemberId::value).orElse(AFTER_ALL), most + 1);
        return rows.size() > most
                ? new MemberPage(
                        rows.subList(0, most), Optional.of(rows.get(most - 1).id()))
                : new MemberPage(rows, Optional.empty());
    }
}
