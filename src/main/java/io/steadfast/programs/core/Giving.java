package io.steadfast.programs.core;

import java.util.List;
import java.util.Optional;

/**
 * What the program gives to charity (domain 61).
 *
 * @param pledges what an order brings about, each by itself
 * @param charities those the terms name, in the order they are offered
 * @param choice whether members may also choose others of the tenant's register
 * @param unassigned where a donation goes that nobody chose a charity for; empty leaves it waiting
 * @param confirmation how long a return may still take a pledge back
 * @param points how members give points; empty where they can't
 */
public record Giving(
        List<Pledge> pledges,
        List<Offered> charities,
        Choice choice,
        Optional<DefaultCharity> unassigned,
        Confirmation confirmation,
        Optional<GivingPoints> points) {

    /** Gives nothing. */
    public static final Giving NONE = new Giving(
            List.of(),
            List.of(),
            Choice.LISTED,
            Optional.empty(),
            new Confirmation(30, Confirmation.From.ORDER),
            Optional.empty());

    public Giving {
        pledges = List.copyOf(pledges);
        charities = List.copyOf(charities);
    }

    /** Whether anything can be given at all. */
    public boolean gives() {
        return !pledges.isEmpty() || points.isPresent();
    }

    /** Whether a member may choose this one, if the tenant's register has it open. */
    public boolean offers(CharityCode code) {
        return choice == Choice.ANY_OPEN
                || charities.stream().anyMatch(each -> each.code().equals(code));
    }

    /**
     * A charity of the register by the name the terms give it.
     *
     * @param name stays as it was published, whatever the register says later
     */
    public record Offered(CharityCode code, LocalText name) {}

    /** Which charities a member may choose. */
    public enum Choice {
        LISTED,
        /** Every open one of the tenant's register, listed or not. */
        ANY_OPEN
    }

    /**
     * Where a donation goes that nobody chose a charity for.
     *
     * @param afterDays how long a choice is waited for, to the same time of day in the program's zone
     */
    public record DefaultCharity(CharityCode charity, int afterDays) {}

    /**
     * The window in which a return takes a pledge back as a matter of course; after it the pledge is due to be settled.
     *
     * @param days after the start, to the same time of day in the program's zone; 0 confirms at the start
     */
    public record Confirmation(int days, From from) {

        public enum From {
            ORDER,
            /** An order that isn't fulfilled keeps waiting. */
            FULFILMENT
        }
    }
}
