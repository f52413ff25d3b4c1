package io.steadfast.accrual.core;

/**
 * What a decision wants of a limit that all members share.
 *
 * @param name of the limit, unique in the tenant and the same for every version
 * @param total all there is, as the version states it
 * @param wanted in the limit's own unit: points, minor units or times
 */
public record SharedDemand(String name, int version, long total, long wanted) {}
