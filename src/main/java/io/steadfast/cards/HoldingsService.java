package io.steadfast.cards;

import io.steadfast.cards.core.CardFacts;
import io.steadfast.ledger.StatementService;
import io.steadfast.ledger.WalletChoice;
import io.steadfast.ledger.core.ExpiringPoints;
import io.steadfast.ledger.core.WalletTerms;
import io.steadfast.memberships.MembershipService;
import io.steadfast.memberships.MembershipView;
import io.steadfast.platform.time.TenantClock;
import io.steadfast.programs.ProgramService;
import io.steadfast.programs.core.Reward;
import io.steadfast.rewards.EntitlementService;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.ProgramCode;
import io.steadfast.shared.WalletCode;
import io.steadfast.vouchers.VoucherService;
import io.steadfast.vouchers.core.Voucher;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What members hold, each out of the same answers that the calls for plans, vouchers, rights and balance give. */
@Stateless
public class HoldingsService {

    /** More than anybody looks through on a card; the call for vouchers has them all. */
    private static final int MOST_VOUCHERS = 100;

    @Inject
    MembershipService memberships;

    @Inject
    VoucherService vouchers;

    @Inject
    EntitlementService entitlements;

    @Inject
    StatementService statement;

    @Inject
    WalletChoice wallets;

    @Inject
    ProgramService programs;

    @Inject
    TenantClock clock;

    /** Refuses MEMBER_UNKNOWN. */
    public Holdings of(MemberId member) {
        Instant now = clock.now();
        Map<ProgramCode, MembershipView> plans = new HashMap<>();
        memberships
                .of(member)
                .forEach(view -> plans.putIfAbsent(view.subscription().program(), view));
        List<HeldVoucher> usable = vouchers.ofMember(member, Optional.empty(), MOST_VOUCHERS).stream()
                .filter(voucher -> !voucher.stateAt(now).isOver())
                .map(voucher -> new HeldVoucher(voucher, reward(voucher).map(Reward::name), voucher.stateAt(now)))
                .toList();
        return new Holdings(plans, usable, entitlements.held(member, Optional.empty()), lapsing(member));
    }

    private Optional<Reward> reward(Voucher voucher) {
        return programs.version(voucher.program(), voucher.version())
                .flatMap(version -> version.document().reward(voucher.reward()));
    }

    private Map<WalletCode, List<CardFacts.Lapsing>> lapsing(MemberId member) {
        Map<WalletCode, ZoneId> zones = new HashMap<>();
        for (WalletTerms terms : wallets.walletsOf(member)) {
            zones.put(terms.wallet(), terms.zone());
        }
        Map<WalletCode, SortedMap<LocalDate, Long>> days = new HashMap<>();
        for (ExpiringPoints each : statement.expiring(member)) {
            Optional.ofNullable(zones.get(each.wallet()))
                    .ifPresent(zone -> days.computeIfAbsent(each.wallet(), none -> new TreeMap<>())
                            .merge(
                                    each.expiresAt().minusNanos(1).atZone(zone).toLocalDate(),
                                    each.points(),
                                    Math::addExact));
        }
        Map<WalletCode, List<CardFacts.Lapsing>> lapsing = new HashMap<>();
        days.forEach((wallet, sums) -> lapsing.put(
                wallet,
                sums.entrySet().stream()
                        .map(day -> new CardFacts.Lapsing(day.getKey(), day.getValue()))
                        .toList()));
        return lapsing;
    }
}
