package io.steadfast.charities.core;

import io.steadfast.programs.core.CharityCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * How a donation gets from how it stands to how it should: the entries for the difference, never more. A settled donation
 * stays as it is. Whatever way led here, the accounts end at the same sums.
 */
public final class DonationBook {

    private DonationBook() {}

    /**
     * Brings a donation to what its order now says.
     *
     * @param wanted the amount that should stand
     * @param to who should get it
     */
    public static DonationChange bring(Donation standing, long wanted, Destination to, Instant now) {
        if (standing.state().isFixed()) {
            throw new IllegalStateException("A settled donation doesn't change");
        }
        DonationState next = wanted == 0
                ? DonationState.REVERSED
                : standing.confirmAt().filter(at -> !at.isAfter(now)).isPresent()
                        ? DonationState.CONFIRMED
                        : DonationState.PLEDGED;
        Donation after = standing.standing(wanted, to.at(now), next);
        return new DonationChange(after, moves(standing, after), now);
    }

    /** What time alone has done to it by now; empty where nothing fell due. */
    public static List<DonationChange> due(Donation standing, Instant now) {
        List<DonationChange> changes = new ArrayList<>();
        Donation last = standing;
        for (Instant at : dueAt(standing, now)) {
            Donation after = last.at(at);
            if (!after.equals(last)) {
                changes.add(new DonationChange(after, moves(last, after), at));
                last = after;
            }
        }
        return changes;
    }

    private static List<Instant> dueAt(Donation standing, Instant now) {
        List<Instant> due = new ArrayList<>();
        standing.confirmAt().ifPresent(due::add);
        standing.destination().fallbackAt().ifPresent(due::add);
        return due.stream().filter(at -> !at.isAfter(now)).sorted().toList();
    }

    /** The same amount for somebody else. */
    public static DonationChange assign(Donation standing, Destination to, Instant now) {
        Donation after = standing.standing(standing.amount(), to, standing.state());
        return new DonationChange(after, moves(standing, after), now);
    }

    /** A confirmed donation is paid with a batch. */
    public static DonationChange settle(Donation standing, UUID batch, Instant now) {
        Move paid = new Move(
                Move.Kind.SETTLE,
                account(standing),
                charity(standing),
                Account.SETTLED,
                charity(standing),
                standing.amount());
        return new DonationChange(standing.in(batch), List.of(paid), now);
    }

    private static List<Move> moves(Donation before, Donation after) {
        List<Move> moves = new ArrayList<>();
        long kept = Math.min(before.amount(), after.amount());
        if (before.amount() > kept) {
            moves.add(new Move(
                    Move.Kind.REVERSAL,
                    account(before),
                    charity(before),
                    before.funds(),
                    Optional.empty(),
                    before.amount() - kept));
        }
        if (kept > 0 && !charity(before).equals(charity(after))) {
            moves.add(new Move(
                    Move.Kind.ASSIGN, account(before), charity(before), account(before), charity(after), kept));
        }
        if (kept > 0 && account(before) != account(after)) {
            moves.add(
                    new Move(Move.Kind.CONFIRM, account(before), charity(after), account(after), charity(after), kept));
        }
        if (after.amount() > kept) {
            moves.add(new Move(
                    Move.Kind.PLEDGE,
                    after.funds(),
                    Optional.empty(),
                    account(after),
                    charity(after),
                    after.amount() - kept));
        }
        return moves;
    }

    private static Optional<CharityCode> charity(Donation donation) {
        return donation.destination().charity();
    }

    private static Account account(Donation donation) {
        return donation.state() == DonationState.CONFIRMED ? Account.CONFIRMED : Account.PLEDGED;
    }
}
