package io.steadfast.extensions.core;

import io.steadfast.shared.MemberId;
import io.steadfast.shared.ProgramCode;
import io.steadfast.shared.TierCode;
import io.steadfast.shared.WalletCode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is to be extended, and how far.
 *
 * @param selection which lots and tiers
 * @param term how far their ends move
 * @param reason in a person's words
 */
public record ExtensionWish(Selection selection, Term term, String reason) {

    /**
     * Which lots and tiers of a program; what is left out doesn't narrow.
     *
     * @param what points, tiers or both
     * @param wallet of the program's wallets; left out means all of them
     * @param from last usable day of the earliest end, in the program's zone
     * @param through last usable day of the latest end
     * @param tiers members in one of these now
     * @param members these alone
     */
    public record Selection(
            ProgramCode program,
            What what,
            Optional<WalletCode> wallet,
            Optional<LocalDate> from,
            Optional<LocalDate> through,
            Set<TierCode> tiers,
            List<MemberId> members) {

        public Selection {
            tiers = Set.copyOf(tiers);
            members = List.copyOf(members);
        }
    }

    /** What ends. */
    public enum What {
        POINTS,
        TIERS,
        BOTH;

        public boolean points() {
            return this != TIERS;
        }

        public boolean tiers() {
            return this != POINTS;
        }
    }

    /**
     * How far an end moves: to one day for all, or by calendar months from each one's own.
     *
     * @param until last usable day
     */
    public record Term(Optional<LocalDate> until, Optional<Integer> months) {

        /** Longer is a mistake: ten years. */
        public static final int MOST_MONTHS = 120;

        public Term {
            if (until.isPresent() == months.isPresent()) {
                throw new IllegalArgumentException("An extension has a day or a number of months");
            }
        }

        /** The new last usable day for a former one. */
        public LocalDate lastDay(LocalDate former) {
            return months.map(former::plusMonths).orElseGet(() -> until.orElseThrow());
        }
    }
}
