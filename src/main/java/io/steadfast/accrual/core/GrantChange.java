package io.steadfast.accrual.core;

import java.util.UUID;

/**
 * One thing to post so that the books say what the order's present state says.
 *
 * @param version of the program that gave or had given the points
 */
public sealed interface GrantChange {

    GrantKey key();

    int version();

    long points();

    /** New points with the dates of the grant. */
    record Give(GrantKey key, int version, Grant grant, long points) implements GrantChange {}

    /** Points to take back from the lot they were posted to. */
    record Take(GrantKey key, int version, UUID lot, long points) implements GrantChange {}
}
