package io.steadfast.tiers.rest;

import io.steadfast.ledger.core.ExpiringPoints;
import io.steadfast.ledger.core.WalletTerms;
import io.steadfast.programs.core.ProgramVersion;
import io.steadfast.programs.core.TierSet;
import io.steadfast.programs.core.TierSetRef;
import io.steadfast.shared.ProgramCode;
import io.steadfast.shared.TierCode;
import io.steadfast.shared.WalletCode;
import io.steadfast.tiers.rest.TierResponse.NamedTier;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What time alone does to a member until an instant.
 *
 * @param at inclusive
 */
public record ForecastResponse(Instant at, List<WalletForecast> wallets, List<SetForecast> sets) {

    public ForecastResponse {
        wallets = List.copyOf(wallets);
        sets = List.copyOf(sets);
    }

    /**
     * @param points how many lapse until then, in the wallet's smallest unit
     * @param expiring the same by the last usable day in the program's zone
     */
    public record WalletForecast(
            WalletCode wallet, ProgramCode program, String unit, int decimals, long points, List<Lapse> expiring) {

        static WalletForecast of(WalletTerms terms, List<ExpiringPoints> lapsing) {
            Map<LocalDate, Long> days = new TreeMap<>();
            lapsing.stream()
                    .filter(each -> each.wallet().equals(terms.wallet()))
                    .forEach(each -> days.merge(
                            each.expiresAt().minusNanos(1).atZone(terms.zone()).toLocalDate(),
                            each.points(),
                            Math::addExact));
            return new WalletForecast(
                    terms.wallet(),
                    terms.program(),
                    terms.unit(),
                    terms.decimals(),
                    days.values().stream().reduce(0L, Math::addExact),
                    days.entrySet().stream()
                            .map(day -> new Lapse(day.getKey(), day.getValue()))
                            .toList());
        }
    }

    /** Points that can be used through this day. */
    public record Lapse(LocalDate date, long points) {}

    /** The tier at the instant, as the version that is in force then names it. */
    public record SetForecast(ProgramCode program, String set, NamedTier tier) {

        /** Who has no tier on a ladder is in its base tier. */
        static SetForecast of(ProgramVersion version, TierSet set, Map<TierSetRef, TierCode> tiers, Locale locale) {
            int rank = Optional.ofNullable(tiers.get(new TierSetRef(version.code(), set.code())))
                    .map(set::rankOf)
                    .orElse(0);
            return new SetForecast(
                    version.code(), set.code().value(), NamedTier.of(set.tiers().get(Math.max(0, rank)), locale));
        }
    }

    static List<WalletForecast> wallets(List<WalletTerms> known, List<ExpiringPoints> lapsing) {
        return known.stream().map(terms -> WalletForecast.of(terms, lapsing)).toList();
    }

    static List<SetForecast> sets(List<ProgramVersion> versions, Map<TierSetRef, TierCode> tiers, Locale locale) {
        return versions.stream()
                .flatMap(version ->
                        version.document().tierSets().stream().map(set -> SetForecast.of(version, set, tiers, locale)))
                .toList();
    }
}
