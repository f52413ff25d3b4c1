package io.steadfast.ledger.core;

import io.steadfast.shared.WalletCode;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** One thing a posting does to a member's points in one wallet. Each becomes one entry, and where needed further ones. */
public sealed interface Movement {

    WalletCode wallet();

    Cause cause();

    /**
     * New points: one entry and one lot of the same id.
     *
     * @param kind an entry kind that grants
     * @param points positive
     * @param funder who pays for them; {@code tenant} where nobody else does
     * @param reinstates the expired lot they come from
     */
    record Grant(
            EntryKind kind,
            WalletCode wallet,
            long points,
            LotDates dates,
            String funder,
            Optional<UUID> reinstates,
            Cause cause)
            implements Movement {

        /** Who pays for points that nobody else pays for. */
        public static final String TENANT = "tenant";

        public Grant {
            requirePositive(points);
            if (!kind.grants()) {
                throw new IllegalArgumentException(kind + " grants nothing");
            }
        }

        /** What a rule granted. */
        public static Grant accrual(WalletCode wallet, long points, LotDates dates, Cause cause) {
            return new Grant(EntryKind.ACCRUAL, wallet, points, dates, TENANT, Optional.empty(), cause);
        }
    }

    /**
     * Uses active points; refused with INSUFFICIENT_POINTS when the spendable balance is smaller.
     *
     * @param kind an entry kind that spends
     */
    record Spend(EntryKind kind, WalletCode wallet, long points, ConsumptionOrder order, Cause cause)
            implements Movement {

        public Spend {
            requirePositive(points);
            if (!kind.spends()) {
                throw new IllegalArgumentException(kind + " spends nothing");
            }
        }
    }

    /**
     * Takes a grant back, whole or in part: from the lot's pending points, then what is left of it, then what came back of it
     * when it had lapsed, then what of all these has expired, then the member's other active lots, then by the deficit policy.
     * Refused with REVERSAL_EXCEEDS_GRANT when more is taken over time than was granted; what came back was granted with the
     * first lot and goes back with that.
     *
     * @param lot the lot, which is the entry that granted it
     */
    record TakeBack(WalletCode wallet, UUID lot, long points, DeficitPolicy deficit, Cause cause) implements Movement {

        public TakeBack {
            requirePositive(points);
        }
    }

    /**
     * Gives spent points back to the lots they came from, last used first. Refused with RETURN_EXCEEDS_SPEND when more
     * comes back over time than was spent.
     *
     * @param entry the entry that spent them
     */
    record GiveBack(WalletCode wallet, UUID entry, long points, ReturnPolicy policy, Cause cause) implements Movement {

        public GiveBack {
            requirePositive(points);
        }
    }

    /**
     * Reserves active points for a checkout; refused as a spend is.
     */
    record Reserve(WalletCode wallet, long points, ConsumptionOrder order, Cause cause) implements Movement {

        public Reserve {
            requirePositive(points);
        }
    }

    /**
     * Ends a reservation: uses some of the held points, the rest become active again. Refused with HOLD_EXCEEDED when
     * more is used than was held.
     *
     * @param reservation the entry that held them
     * @param spent 0 releases all
     * @param kind an entry kind that spends; what the used points were for
     */
    record Settle(WalletCode wallet, UUID reservation, long spent, EntryKind kind, Cause cause) implements Movement {

        public Settle {
            if (spent < 0) {
                throw new IllegalArgumentException("Nobody can use " + spent + " points");
            }
        }
    }

    /**
     * Other dates for what is left of a lot; a date left out stays as it is. An expiry only ever moves later (EXTENSION_NOT_LATER
     * otherwise), but the first date of a lot that waited for its activation is whatever its rule says; a lot that has expired
     * isn't extended (LOT_EXPIRED).
     */
    record Redate(WalletCode wallet, UUID lot, Optional<Instant> activatesAt, Optional<Instant> expiresAt, Cause cause)
            implements Movement {

        public Redate {
            activatesAt = activatesAt.map(Micros::of);
            expiresAt = expiresAt.map(Micros::of);
        }
    }

    /** What is left of a lot lapses at a date from now on, because its member was told: it had none before, or stays as it is. */
    record Told(WalletCode wallet, UUID lot, Instant expiresAt, Cause cause) implements Movement {

        public Told {
            expiresAt = Micros.of(expiresAt);
        }
    }

    /** What is left of a lot never lapses by its own date any more; a lot that has expired stays so (LOT_EXPIRED). */
    record Unlimit(WalletCode wallet, UUID lot, Cause cause) implements Movement {}

    /**
     * Keeps what is left of a lot from every use; what a hold has reserved stays reserved. Refused with LOT_EXPIRED, and with
     * NOTHING_TO_BLOCK where nothing is left that isn't blocked.
     */
    record Block(WalletCode wallet, UUID lot, Cause cause) implements Movement {}

    /**
     * Blocked points of a lot are usable again, or pending where their time hasn't come; they pay what is owed first. Refused with
     * LOT_EXPIRED, and with NOTHING_BLOCKED.
     */
    record Unblock(WalletCode wallet, UUID lot, Cause cause) implements Movement {}

    /**
     * Ends whatever a wallet has, pending or not, for the membership is over. It has lapsed then, so that an order that is returned
     * later takes nothing twice; what is held stays held.
     */
    record Forfeit(WalletCode wallet, Cause cause) implements Movement {}

    /**
     * Everything a wallet has leaves the member's books, owed points too, because the member was merged into another: nothing of it is
     * left here. Held and blocked points stay; who merges sees to it that there are none.
     */
    record HandOver(WalletCode wallet, Cause cause) implements Movement {}

    /**
     * What another member owed, who was merged into this one: from these lots first, as a claw-back takes of its lot, then from other
     * active ones, then by the deficit policy.
     *
     * @param lots those that came of the lot that the debt is about; empty where it is about none
     * @param owed not negative
     * @param lifetime what the other had had in all, beside the lots that came; signed
     */
    record TakeOver(WalletCode wallet, Set<UUID> lots, long owed, long lifetime, DeficitPolicy deficit, Cause cause)
            implements Movement {

        public TakeOver {
            lots = Set.copyOf(lots);
            if (owed < 0) {
                throw new IllegalArgumentException("Nobody can owe " + owed + " points");
            }
        }
    }

    private static void requirePositive(long points) {
        if (points <= 0) {
            throw new IllegalArgumentException("A movement needs positive points, not " + points);
        }
    }
}
