package io.steadfast.programs.core;

import io.steadfast.shared.RuleCode;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * What a paid order promises to charity.
 *
 * @param code unique in the program; stands on every donation
 * @param fundedBy who pays. A member pays only with an order that says so, since the money is collected with it
 * @param minimumOrder the least the order's basis must be, and remain after returns
 * @param nothingPaid what an order of 0, or one paid wholly with points, does
 */
public record Pledge(
        RuleCode code,
        LocalText name,
        Funding fundedBy,
        PledgeAmount amount,
        Optional<Amounts> minimumOrder,
        NothingPaid nothingPaid) {

    /** Whose money it is. */
    public enum Funding {
        BRAND,
        MEMBER
    }

    /** Whether an order on which no money was paid pledges. */
    public enum NothingPaid {
        SKIP,
        PLEDGE
    }

    /** How much. */
    public sealed interface PledgeAmount {

        /** So much an order. Indivisible: it stands whole or goes whole. */
        record Fixed(Amounts amount) implements PledgeAmount {}

        /** A share of the basis by which the program's points are reckoned, rounded down once an order. */
        record Percent(BigDecimal percent) implements PledgeAmount {}
    }
}
