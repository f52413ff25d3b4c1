package io.steadfast.programs.core;

import io.steadfast.shared.WalletCode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** What a rule gives. Points are in the wallet's smallest unit; a rate may be broken, what is granted is whole. */
public sealed interface Effect {

    /** So many points for each so much of the basis: 1 point per USD 1.00. */
    record PerAmount(BigDecimal points, Amounts per, Steps steps) implements Effect {}

    /** So many points for the order or activity. */
    record Fixed(long points) implements Effect {}

    /** A share of the basis as credit, in a wallet of the program's currency. */
    record Percent(BigDecimal percent) implements Effect {}

    /**
     * So many points for each unit of a number: per started 100 m of ascent, per piece.
     *
     * @param attribute of the activity; empty counts the quantity of the order's matching lines
     */
    record PerUnit(BigDecimal points, Optional<String> attribute, BigDecimal per, Steps steps) implements Effect {}

    /**
     * Multiplies what other rules give; grants nothing of its own.
     *
     * @param wallets empty means every wallet
     */
    record Multiplier(BigDecimal factor, Reach reach, List<WalletCode> wallets) implements Effect {

        public Multiplier {
            wallets = List.copyOf(wallets);
        }
    }

    /** Whether parts of a step count. */
    enum Steps {
        /** In proportion, rounded once at the end. */
        EXACT,
        /** Only full steps. */
        WHOLE,
        /** A started step counts as a full one. */
        STARTED
    }

    /** What a multiplier multiplies (domain 43). */
    enum Reach {
        BASE,
        ALL
    }
}
