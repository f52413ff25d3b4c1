package io.steadfast.ledger.rest;

import io.steadfast.ledger.core.ExpiringPoints;
import io.steadfast.ledger.core.MemberBalances;
import io.steadfast.ledger.core.WalletBalance;
import io.steadfast.ledger.core.WalletTerms;
import io.steadfast.shared.ProgramCode;
import io.steadfast.shared.WalletCode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a member has, wallet by wallet; points in the wallet's smallest unit. */
public record BalanceResponse(List<WalletLine> wallets) {

    /**
     * One wallet.
     *
     * @param program empty where the member has left the program
     * @param held reserved at checkouts
     * @param blocked kept from every use by staff; they lapse by their date all the same
     * @param expiring by the last usable day in the program's zone
     */
    public record WalletLine(
            WalletCode wallet,
            Optional<ProgramCode> program,
            String unit,
            int decimals,
            long spendable,
            long pending,
            long held,
            long blocked,
            long debt,
            long lifetime,
            List<Expiring> expiring) {}

    /** Points that can be used through this day. */
    public record Expiring(LocalDate date, long points) {}

    static BalanceResponse of(MemberBalances balances, List<WalletTerms> known) {
        Map<WalletCode, WalletTerms> terms = new TreeMap<>();
        known.forEach(each -> terms.put(each.wallet(), each));
        Map<WalletCode, WalletBalance> held = new TreeMap<>();
        balances.wallets().forEach(each -> held.put(each.wallet(), each));
        Set<WalletCode> codes = new TreeSet<>(terms.keySet());
        codes.addAll(held.keySet());
        List<WalletLine> lines = new ArrayList<>();
        for (WalletCode code : codes) {
            List<ExpiringPoints> expiring = balances.expiring().stream()
                    .filter(each -> each.wallet().equals(code))
                    .toList();
            lines.add(line(
                    held.getOrDefault(code, WalletBalance.none(code)), Optional.ofNullable(terms.get(code)), expiring));
        }
        return new BalanceResponse(lines);
    }

    private static WalletLine line(WalletBalance balance, Optional<WalletTerms> terms, List<ExpiringPoints> expiring) {
        ZoneId zone = terms.map(WalletTerms::zone).orElse(ZoneOffset.UTC);
        Map<LocalDate, Long> days = new TreeMap<>();
        expiring.forEach(each ->
                days.merge(each.expiresAt().minusNanos(1).atZone(zone).toLocalDate(), each.points(), Long::sum));
        return new WalletLine(
                balance.wallet(),
                terms.map(WalletTerms::program),
                terms.map(WalletTerms::unit).orElse("points"),
                terms.map(WalletTerms::decimals).orElse(0),
                balance.spendable(),
                balance.pending(),
                balance.held(),
                balance.blocked(),
                balance.debt(),
                balance.lifetime(),
                days.entrySet().stream()
                        .map(day -> new Expiring(day.getKey(), day.getValue()))
                        .toList());
    }
}
