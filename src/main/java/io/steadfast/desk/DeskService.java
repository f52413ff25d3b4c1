package io.steadfast.desk;

import io.steadfast.accrual.Explanation;
import io.steadfast.accrual.ExplanationService;
import io.steadfast.desk.store.DeskReadings;
import io.steadfast.desk.store.MemberListReadings;
import io.steadfast.ledger.StatementService;
import io.steadfast.ledger.WalletChoice;
import io.steadfast.ledger.core.ExpiringPoints;
import io.steadfast.ledger.core.MemberBalances;
import io.steadfast.ledger.core.StatementEntry;
import io.steadfast.ledger.core.StatementPage;
import io.steadfast.ledger.core.WalletTerms;
import io.steadfast.members.MemberService;
import io.steadfast.members.core.Enrolment;
import io.steadfast.members.core.MemberProfile;
import io.steadfast.members.core.MemberRefusal;
import io.steadfast.platform.audit.AuditTrail;
import io.steadfast.platform.i18n.Language;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.platform.security.Actor;
import io.steadfast.platform.security.CurrentActor;
import io.steadfast.platform.security.Permission;
import io.steadfast.platform.time.TenantClock;
import io.steadfast.programs.ProgramService;
import io.steadfast.programs.core.ProgramVersion;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.ProgramCode;
import io.steadfast.shared.WalletCode;
import io.steadfast.tiers.TierService;
import io.steadfast.tiers.TierView;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/** The books of one member as staff read them, and the list of members. Reads only. */
@Stateless
public class DeskService {
    private static final int MOST = 200;
    private static final UUID AFTER_ALL = new UUID(-1L, -1L);

    @Inject
    private DeskReadings readings;

    @Inject
    private MemberListReadings list;

    @Inject
    private StatementService books;

    @Inject
    private WalletChoice choice;

    @Inject
    private ExplanationService explanations;

    @Inject
    private MemberService members;

    @Inject
    private ProgramService programs;

    @Inject
    private TierService tiers;

    @Inject
    private CurrentActor currentActor;

    @Inject
    private AuditTrail audit;

    @Inject
    private TenantClock clock;

    /** One for each wallet the member ever had points in. */
    public List<Holding> holdings(MemberId member) {
        MemberBalances balances = books.balances(member);
        return balances.wallets().stream()
                .map(wallet -> Holding.of(wallet, balances.expiring()))
                .toList();
    }

    /** Every wallet of the programs the member is in, those whose points can be spent first. */
    public List<WalletTerms> wallets(MemberId member) {
        return choice.walletsOf(member).stream()
                .sorted(Comparator.comparing(WalletTerms::use).thenComparing(WalletTerms::wallet))
                .toList();
    }

    /** What lapses when if nothing happens, the earliest first; ends of accounts that lapse by inactivity count. */
    public List<ExpiringPoints> expiring(MemberId member) {
        return books.expiring(member);
    }

    /** The last entries with their proofs in that language, the newest first; at most {@value #MOST}. */
    public List<StatementLine> statement(MemberId member, int limit, Language language) {
        return statement(member, Optional.empty(), limit, language);
    }

    /** As {@link #statement(MemberId, int, Language)}, of the entries before the one with that number. */
    public List<StatementLine> statement(MemberId member, Optional<Long> before, int limit, Language language) {
        List<StatementEntry> entries =
                books.entries(new StatementPage<>(member, Optional.empty(), before, Math.min(limit, MOST)));
        Map<UUID, Explanation> proofs = explanations.explain(
                member, entries.stream().map(StatementEntry::id).toList(), language);
        Map<UUID, StatementLine.ByHand> hands = hands(entries);
        return entries.stream()
                .map(entry -> StatementLine.of(
                        entry, Optional.ofNullable(hands.get(entry.id())), Optional.ofNullable(proofs.get(entry.id()))))
                .toList();
    }

    /** Words written beside an entry are for those who could have written them. */
    private Map<UUID, StatementLine.ByHand> hands(List<StatementEntry> entries) {
        boolean words = currentActor
                .known()
                .filter(actor -> actor.may(Permission.POINTS_ADJUST))
                .isPresent();
        List<UUID> ids = entries.stream()
                .filter(entry -> entry.cause()
                        .authority()
                        .filter(by -> by.actorKind().equals(Actor.Kind.PERSON.name()))
                        .isPresent())
                .map(StatementEntry::id)
                .toList();
        Map<UUID, StatementLine.ByHand> hands = readings.hands(ids);
        hands.replaceAll((id, hand) -> words ? hand : new StatementLine.ByHand(hand.name(), Optional.empty()));
        return hands;
    }

    /** Where the member stands on the ladders of the programs they are in. Refuses MEMBER_UNKNOWN. */
    public List<TierView> tiers(MemberId member) {
        Instant now = clock.now();
        MemberProfile profile = members.profile(member).orElseThrow(() -> new Refusal(MemberRefusal.MEMBER_UNKNOWN));
        Set<ProgramCode> codes = profile.enrolments().stream()
                .filter(enrolment -> enrolment.covers(now))
                .map(Enrolment::program)
                .collect(Collectors.toCollection(TreeSet::new));
        List<TierView> views = new ArrayList<>();
        for (ProgramVersion version : programs.inForce(codes, now)) {
            if (!version.document().tierSets().isEmpty()) {
                views.addAll(tiers.standing(
                        member, version, profile.enrolledAt(version.code(), now).orElse(now)));
            }
        }
        return views;
    }

    /** What lapses in which month, wallet by wallet; nothing for a wallet in which the member has no points. */
    public List<ExpiryCalendar> calendar(MemberId member) {
        List<ExpiringPoints> expiring = expiring(member);
        Map<WalletCode, ZoneId> zones = choice.walletsOf(member).stream()
                .collect(Collectors.toMap(WalletTerms::wallet, WalletTerms::zone, (one, same) -> one));
        return holdings(member).stream()
                .filter(holding -> holding.spendable() + holding.pending() > 0)
                .map(holding ->
                        ExpiryCalendar.of(holding, expiring, zones.getOrDefault(holding.wallet(), ZoneOffset.UTC)))
                .toList();
    }

    /** The order that arrived last. */
    public Optional<LastOrder> lastOrder(MemberId member) {
        return readings.lastOrder(member);
    }

    /** Changes whenever an order of the member's arrives or something of theirs is booked: the last booking, a space, the last order. */
    public String mark(MemberId member) {
        return readings.mark(member);
    }

    /** What isn't used up, what lapses first before the rest; at most {@value #MOST}. */
    public List<OpenLot> lots(MemberId member) {
        return readings.lots(member, clock.now(), MOST);
    }

    /** Notes that somebody takes the list with them, and what it was narrowed to. Refuses NOT_PERMITTED. */
    public void taken(String filters) {
        currentActor.actor().must(Permission.EXPORTS_RUN);
        audit.record("members.exported", "export", "members", null, Map.of("filters", filters));
    }

    /** The members who pass the filter and came before the one given, or the newest; at most so many and never more than {@value #MOST}. */
    public MemberPage members(Optional<MemberId> before, MemberFilter filter, int limit) {
        int most = Math.min(limit, MOST);
        List<MemberRow> rows = list.members(before.map(MemberId::value).orElse(AFTER_ALL), filter, most + 1);
        return rows.size() > most
                ? new MemberPage(
                        rows.subList(0, most), Optional.of(rows.get(most - 1).id()))
                : new MemberPage(rows, Optional.empty());
    }
}
