package io.steadfast.ledger.core;

import io.steadfast.shared.WalletCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;

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

    /** The lots that get another date: whether they were promised a notice must be known, whatever their wallet promises today. */
    public static Set<UUID> redated(Posting posting) {
        Set<UUID> lots = new HashSet<>();
        for (Movement movement : posting.movements()) {
            if (movement instanceof Movement.Redate redate && dates(redate)) {
                lots.add(redate.lot());
            } else if (movement instanceof Movement.Unlimit unlimit) {
                lots.add(unlimit.lot());
            }
        }
        return lots;
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
     * What was promised of a lot stands though its wallet promises nothing any more.
     *
     * @param promised the wallets that promise a notice
     * @param made the promise made of a lot that gets another date
     */
    public static Withheld from(Posting posting, Set<WalletCode> promised, Function<UUID, Promise> made) {
        List<Movement> movements = new ArrayList<>();
        Map<Integer, Optional<Instant>> planned = new HashMap<>();
        for (Movement movement : posting.movements()) {
            without(movement, promised, made).ifPresent(date -> planned.put(movements.size(), date));
            movements.add(planned.containsKey(movements.size()) ? undated(movement) : movement);
        }
        Map<WalletCode, Instant> deadlines = new HashMap<>(posting.inactivityDeadlines());
        deadlines.keySet().retainAll(promised);
        Map<WalletCode, Instant> others = new HashMap<>(posting.inactivityDeadlines());
        others.keySet().removeAll(promised);
        return new Withheld(
                new Posting(posting.member(), posting.effectiveAt(), movements, others, deadlines), planned, deadlines);
    }

    /** Whether a lot's member was promised a notice, and got one. */
    public enum Promise {
        NONE,
        UNTOLD,
        TOLD
    }

    /** The date that is withheld, where one is; of a lot that never lapses any more every plan goes, told or not. */
    private static Optional<Optional<Instant>> without(
            Movement movement, Set<WalletCode> promised, Function<UUID, Promise> made) {
        if (movement instanceof Movement.Grant grant && promised.contains(grant.wallet())) {
            return Optional.of(grant.dates().expiresAt());
        }
        if (movement instanceof Movement.GiveBack back && promised.contains(back.wallet()) && dates(back)) {
            return Optional.of(back.policy().expiresAt());
        }
        if (movement instanceof Movement.Unlimit unlimit && made.apply(unlimit.lot()) != Promise.NONE) {
            return Optional.of(Optional.empty());
        }
        return movement instanceof Movement.Redate redate && dates(redate) && made.apply(redate.lot()) == Promise.UNTOLD
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
