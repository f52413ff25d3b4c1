package io.steadfast.charities.core;

import io.steadfast.programs.core.CharityCode;
import java.time.Instant;
import java.util.Currency;
import java.util.Optional;
import java.util.UUID;

/**
 * One donation as it stands.
 *
 * @param origin the order or the points it comes from
 * @param version of the program that decided
 * @param amount what is left of it, in minor units
 * @param chosen the order's own choice, whether it could be followed or not
 * @param occurredAt of the order, or when the points were given
 * @param confirmAt empty while the order isn't fulfilled
 * @param settlement the batch, once it is in one
 */
public record Donation(
        UUID id,
        Origin origin,
        DonationKey key,
        int version,
        Currency currency,
        long amount,
        Destination destination,
        Optional<CharityCode> chosen,
        DonationState state,
        Instant occurredAt,
        Optional<Instant> confirmAt,
        Optional<UUID> settlement) {

    /**
     * Where a donation comes from.
     *
     * @param order empty for points that were given
     * @param points what was given, in the wallet's smallest unit; 0 for an order
     * @param entry the ledger's entry that took them
     */
    public record Origin(Optional<OrderRef> order, long points, Optional<UUID> entry) {

        public static Origin of(OrderRef order) {
            return new Origin(Optional.of(order), 0, Optional.empty());
        }

        public static Origin points(long points, UUID entry) {
            return new Origin(Optional.empty(), points, Optional.of(entry));
        }
    }

    /** An order by our id and by its natural key. */
    public record OrderRef(UUID id, String source, String reference) {}

    /** The account that pays for it. */
    public Account funds() {
        return switch (key.part()) {
            case BRAND -> Account.BRAND_FUNDS;
            case MATCH -> Account.MATCH_FUNDS;
            case MEMBER -> origin.order().isPresent() ? Account.MEMBER_FUNDS : Account.POINTS_FUNDS;
        };
    }

    /** As the clock has it: confirmed and given to the default charity when their time has come. */
    public Donation at(Instant now) {
        return state == DonationState.PLEDGED || state == DonationState.CONFIRMED
                ? standing(amount, destination.at(now), stateAt(now))
                : this;
    }

    private DonationState stateAt(Instant now) {
        boolean due = confirmAt.filter(at -> !at.isAfter(now)).isPresent();
        return due ? DonationState.CONFIRMED : state;
    }

    /** The same donation with another amount, destination and state. */
    public Donation standing(long left, Destination to, DonationState next) {
        return new Donation(
                id, origin, key, version, currency, left, to, chosen, next, occurredAt, confirmAt, settlement);
    }

    /** The same donation in a batch. */
    Donation in(UUID batch) {
        return new Donation(
                id,
                origin,
                key,
                version,
                currency,
                amount,
                destination,
                chosen,
                DonationState.SETTLED,
                occurredAt,
                confirmAt,
                Optional.of(batch));
    }

    /** The same donation after what the order now says of it. */
    public Donation asked(int byVersion, Optional<CharityCode> choice, Optional<Instant> confirming) {
        return new Donation(
                id,
                origin,
                key,
                byVersion,
                currency,
                amount,
                destination,
                choice,
                state,
                occurredAt,
                confirming,
                settlement);
    }
}
