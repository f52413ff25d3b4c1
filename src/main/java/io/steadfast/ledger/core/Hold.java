package io.steadfast.ledger.core;

import io.steadfast.shared.MemberId;
import io.steadfast.shared.WalletCode;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Points reserved for a checkout.
 *
 * @param id chosen by the client
 * @param entry the entry that reserved them
 * @param committed how many were used
 * @param subject the order they are for
 * @param basket what that order comes to, in the wallet's smallest unit, where the caller said so
 * @param timesOutAt from when they are the member's again
 * @param settledBy the entry that used or released them
 */
public record Hold(
        String id,
        MemberId member,
        WalletCode wallet,
        UUID entry,
        long points,
        long committed,
        HoldState state,
        Optional<Cause.Subject> subject,
        Optional<Long> basket,
        Instant heldAt,
        Instant timesOutAt,
        Optional<UUID> settledBy) {

    /** How it stands by the clock, whether or not the job that says so has run. */
    public HoldState stateAt(Instant now) {
        return state == HoldState.HELD && !timesOutAt.isAfter(now) ? HoldState.TIMED_OUT : state;
    }

    /** Whether this is the same wish again. */
    public boolean asks(MemberId whose, WalletCode where, long howMany) {
        return member.equals(whose) && wallet.equals(where) && points == howMany;
    }

    /** Whether this is the same commit again: for as many points, and for the same order where it names one. */
    public boolean paid(long howMany, Optional<Cause.Subject> order) {
        return state == HoldState.COMMITTED && committed == howMany && (order.isEmpty() || order.equals(subject));
    }

    /** For the order that a commit names, where it names one. */
    public Hold paying(Optional<Cause.Subject> order, Optional<Long> comesTo) {
        return new Hold(
                id,
                member,
                wallet,
                entry,
                points,
                committed,
                state,
                order.or(() -> subject),
                comesTo.or(() -> basket),
                heldAt,
                timesOutAt,
                settledBy);
    }

    /** Afterwards. */
    public Hold settled(HoldState how, long used, UUID by) {
        return new Hold(
                id, member, wallet, entry, points, used, how, subject, basket, heldAt, timesOutAt, Optional.of(by));
    }
}
