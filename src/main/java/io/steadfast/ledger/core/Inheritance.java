package io.steadfast.ledger.core;

import io.steadfast.shared.WalletCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What comes to a member of what another handed over who was merged into them: lots keep their dates and who pays for them, debts look
 * for the lots that they are about. Pure, so that tests merge as the product does.
 *
 * @param movements of the survivor's posting: first the lots, then the debts
 * @param from by the place of a movement that makes a lot, the lot it comes of
 */
public record Inheritance(List<Movement> movements, List<UUID> from) {

    public Inheritance {
        movements = List.copyOf(movements);
        from = List.copyOf(from);
    }

    /**
     * Where a lot that is handed over came from.
     *
     * @param expiresAt in the books; empty where it waits for a notice
     */
    public record LotOrigin(
            Instant activityAt, Optional<Instant> activatesAt, Optional<Instant> expiresAt, String funder) {}

    /**
     * What the source came to owe by one claw-back.
     *
     * @param lots of the survivor, which came of the lot that was taken back
     * @param deficit what the claw-back's own policy was
     */
    public record Debt(WalletCode wallet, Set<UUID> lots, long points, DeficitPolicy deficit) {

        public Debt {
            lots = Set.copyOf(lots);
        }

        private Debt atMost(long most) {
            return new Debt(wallet, lots, Math.min(points, most), deficit);
        }
    }

    /**
     * A posting of a member who was merged: nothing is left with them that a policy could spare, so all that is missing is owed until
     * the survivor pays it, by the policy that stood.
     */
    public static Posting owing(Posting posting) {
        List<Movement> movements =
                posting.movements().stream().map(Inheritance::owing).toList();
        return new Posting(
                posting.member(),
                posting.effectiveAt(),
                movements,
                posting.inactivityDeadlines(),
                posting.withheldDeadlines());
    }

    private static Movement owing(Movement movement) {
        if (movement instanceof Movement.TakeBack back) {
            return new Movement.TakeBack(back.wallet(), back.lot(), back.points(), DeficitPolicy.DEBT, back.cause());
        }
        if (movement instanceof Movement.TakeOver over) {
            return new Movement.TakeOver(
                    over.wallet(), over.lots(), over.owed(), over.lifetime(), DeficitPolicy.DEBT, over.cause());
        }
        return movement;
    }

    /**
     * What is inherited.
     *
     * @param handedOver the source's entries, one for a wallet
     * @param lots of the source
     * @param debts what the source came to owe since all was handed over last, in that order
     */
    public static Inheritance of(
            List<EntryDraft> handedOver, Map<UUID, LotOrigin> lots, List<Debt> debts, Cause cause) {
        List<Movement> movements = new ArrayList<>();
        List<UUID> from = new ArrayList<>();
        Map<EntryDraft, Long> lifetimes = new LinkedHashMap<>();
        for (EntryDraft entry : handedOver) {
            long lifetime = -entry.change().lifetime();
            for (EntryDraft.Allocation part : entry.allocations()) {
                LotOrigin origin = Optional.ofNullable(lots.get(part.lot())).orElseThrow();
                movements.add(new Movement.Grant(
                        EntryKind.TAKEOVER,
                        entry.wallet(),
                        part.points(),
                        new LotDates(origin.activityAt(), origin.activatesAt(), origin.expiresAt()),
                        origin.funder(),
                        Optional.empty(),
                        cause));
                from.add(part.lot());
                lifetime -= part.points();
            }
            lifetimes.put(entry, lifetime);
        }
        lifetimes.forEach((entry, lifetime) -> movements.addAll(owed(entry, lifetime, debts, cause)));
        return new Inheritance(movements, from);
    }

    private static List<Movement> owed(EntryDraft entry, long lifetime, List<Debt> debts, Cause cause) {
        List<Movement> movements = new ArrayList<>();
        long owed = -entry.change().debt();
        for (Debt debt : debts) {
            if (debt.wallet().equals(entry.wallet()) && owed > 0 && debt.points() > 0) {
                Debt part = debt.atMost(owed);
                movements.add(
                        new Movement.TakeOver(entry.wallet(), part.lots(), part.points(), 0, part.deficit(), cause));
                owed -= part.points();
            }
        }
        if (owed > 0 || lifetime != 0) {
            movements.add(new Movement.TakeOver(entry.wallet(), Set.of(), owed, lifetime, DeficitPolicy.DEBT, cause));
        }
        return movements;
    }
}
