package io.steadfast.designer.core;

import io.steadfast.accrual.core.AccrualDecision;
import io.steadfast.accrual.core.Grant;
import io.steadfast.programs.core.ProgramDocument;
import io.steadfast.shared.WalletCode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What was granted in a year and when it lapses where nobody uses it: by its own date, or with the account's deadline. */
final class YearLots {

    private final ProgramDocument document;
    private final List<Lot> lots = new ArrayList<>();
    private final Map<WalletCode, List<Alive>> alive = new HashMap<>();

    YearLots(ProgramDocument document) {
        this.document = document;
    }

    /** @param activeAt empty while that isn't known */
    private record Lot(
            WalletCode wallet, long points, Instant at, Optional<Instant> activeAt, Optional<Instant> expiresAt) {}

    /** An order that moved an account's deadline. */
    private record Alive(Instant at, Instant deadline) {}

    void add(Instant at, AccrualDecision decision) {
        for (Grant grant : Worth.spendable(decision.grants(), document)) {
            lots.add(new Lot(
                    grant.wallet(), grant.points(), at, grant.activation().at(), grant.expiresAt()));
        }
        decision.inactivityDeadlines()
                .forEach((wallet, deadline) ->
                        alive.computeIfAbsent(wallet, none -> new ArrayList<>()).add(new Alive(at, deadline)));
    }

    List<Instant> activations() {
        return lots.stream().flatMap(lot -> lot.activeAt().stream()).toList();
    }

    /** Usable at an instant, by wallet. */
    Map<WalletCode, Long> usable(Instant at) {
        Map<WalletCode, Long> usable = new HashMap<>();
        lots.stream()
                .filter(lot ->
                        lot.activeAt().filter(active -> !active.isAfter(at)).isPresent())
                .filter(lot -> lapse(lot).filter(end -> !end.isAfter(at)).isEmpty())
                .forEach(lot -> usable.merge(lot.wallet(), lot.points(), Long::sum));
        return usable;
    }

    /** What lapses from one instant to before another, by last day. */
    List<MemberYear.Lapse> lapsing(Instant from, Instant until) {
        SortedMap<LocalDate, Long> byDay = new TreeMap<>();
        for (Lot lot : lots) {
            lapse(lot)
                    .filter(end -> !end.isBefore(from) && end.isBefore(until))
                    .ifPresent(end -> byDay.merge(YearWalk.lastDay(end, document), lot.points(), Long::sum));
        }
        return byDay.entrySet().stream()
                .map(entry -> new MemberYear.Lapse(entry.getKey(), entry.getValue()))
                .toList();
    }

    private Optional<Instant> lapse(Lot lot) {
        return Stream.concat(lot.expiresAt().stream(), deadline(lot).stream()).min(Instant::compareTo);
    }

    /** The account's deadline once no order moved it in time. */
    private Optional<Instant> deadline(Lot lot) {
        Optional<Instant> deadline = Optional.empty();
        for (Alive moved : alive.getOrDefault(lot.wallet(), List.of())) {
            boolean tooLate = deadline.filter(end -> !moved.at().isBefore(end)).isPresent();
            if (tooLate && !deadline.get().isBefore(lot.at())) {
                return deadline;
            }
            deadline = deadline.filter(end -> end.isAfter(moved.deadline())).or(() -> Optional.of(moved.deadline()));
        }
        return deadline;
    }
}
