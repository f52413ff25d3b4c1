package io.steadfast.ledger.core;

import io.steadfast.shared.WalletCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * A posting without the dates that wait for a notice, and those dates: pure, so that every way points come to a member keeps the
 * same promise.
 *
 * @param posting what is posted
 * @param planned by the place of the movement, what its lots are planned to lapse at; empty: not by a date of their own
 * @param deadlines by wallet, what the account is planned to lapse at
 */
public record Withheld(Posting posting, Map<Integer, Optional<Instant>> planned, Map<WalletCode, Instant> deadlines) {

    public Withheld {
        planned = Map.copyOf(planned);
        deadlines = Map.copyOf(deadlines);
    }

    /** The wallets whose promise must be known. */
    public static Set<WalletCode> asked(Posting posting) {
        Set<WalletCode> wallets = new TreeSet<>(posting.inactivityDeadlines().keySet());
        posting.movements().stream()
                .filter(Withheld::dates)
                .map(Movement::wallet)
                .forEach(wallets::add);
        return wallets;
    }

    private static boolean dates(Movement movement) {
        return movement instanceof Movement.Grant
                || movement instanceof Movement.Redate redate
                        && redate.expiresAt().isPresent()
                || movement instanceof Movement.Unlimit
                || movement instanceof Movement.GiveBack back
                        && back.policy().mode() != ReturnPolicy.Mode.KEEP_ORIGINAL;
    }

    /**
     * @param promised the wallets that promise a notice
     * @param untold whether a lot's date waits for a notice already
     */
    public static Withheld from(Posting posting, Set<WalletCode> promised, Predicate<UUID> untold) {
        List<Movement> movements = new ArrayList<>();
        Map<Integer, Optional<Instant>> planned = new HashMap<>();
        for (Movement movement : posting.movements()) {
            if (promised.contains(movement.wallet())) {
                without(movement, untold).ifPresent(date -> planned.put(movements.size(), date));
            }
            movements.add(planned.containsKey(movements.size()) ? undated(movement) : movement);
        }
        Map<WalletCode, Instant> deadlines = new HashMap<>(posting.inactivityDeadlines());
        deadlines.keySet().retainAll(promised);
        Map<WalletCode, Instant> others = new HashMap<>(posting.inactivityDeadlines());
        others.keySet().removeAll(promised);
        return new Withheld(
                new Posting(posting.member(), posting.effectiveAt(), movements, others), planned, deadlines);
    }

    /** The date that is withheld, where one is. */
    private static Optional<Optional<Instant>> without(Movement movement, Predicate<UUID> untold) {
        if (movement instanceof Movement.Grant grant) {
            return Optional.of(grant.dates().expiresAt());
        }
        if (movement instanceof Movement.GiveBack back && dates(back)) {
            return Optional.of(back.policy().expiresAt());
        }
        if (movement instanceof Movement.Unlimit unlimit && untold.test(unlimit.lot())) {
            return Optional.of(Optional.empty());
        }
        return movement instanceof Movement.Redate redate && dates(redate) && untold.test(redate.lot())
                ? Optional.of(redate.expiresAt())
                : Optional.empty();
    }

    private static Movement undated(Movement movement) {
        if (movement instanceof Movement.Grant grant) {
            LotDates dates =
                    new LotDates(grant.dates().activityAt(), grant.dates().activatesAt(), Optional.empty());
            return new Movement.Grant(
                    grant.kind(),
                    grant.wallet(),
                    grant.points(),
                    dates,
                    grant.funder(),
                    grant.reinstates(),
                    grant.cause());
        }
        if (movement instanceof Movement.GiveBack back) {
            ReturnPolicy policy = new ReturnPolicy(back.policy().mode(), Optional.empty());
            return new Movement.GiveBack(back.wallet(), back.entry(), back.points(), policy, back.cause());
        }
        if (movement instanceof Movement.Unlimit) {
            return movement;
        }
        Movement.Redate redate = (Movement.Redate) movement;
        return new Movement.Redate(
                redate.wallet(), redate.lot(), redate.activatesAt(), Optional.empty(), redate.cause());
    }

    /**
     * A lot whose date waits.
     *
     * @param plannedAt empty: not by a date of its own
     */
    public record Plan(UUID lot, WalletCode wallet, Optional<Instant> plannedAt) {}

    /** The lots that got a plan, once it was posted. */
    public List<Plan> lots(Posted posted) {
        List<Plan> plans = new ArrayList<>();
        planned.forEach((place, date) -> {
            EntryDraft entry = posted.entries().get(place);
            if (entry.lot().isPresent()) {
                plans.add(new Plan(entry.id(), entry.wallet(), date));
            }
            entry.changes().forEach(change -> plans.add(new Plan(change.lot(), entry.wallet(), date)));
        });
        return plans;
    }
}
