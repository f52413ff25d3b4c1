package io.steadfast.programs.core;

/** The least an order's basis must be, and what a return below it does to the bonus (domain 49). */
public record MinimumBasket(Amounts amount, OnReturn onReturn) {

    public enum OnReturn {
        PROPORTIONAL,
        ALL_OR_NOTHING
    }
}
