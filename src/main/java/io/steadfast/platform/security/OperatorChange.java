package io.steadfast.platform.security;

import java.util.UUID;

/**
 * Published just before an operator's access is changed. The operators' trail listens: it knows this package, so this package can't
 * know it.
 *
 * @param action as in {@code operator.invited}
 */
public record OperatorChange(String action, UUID operator) {}
