/**
 * Paid plans that members took: what was agreed, what was paid, when they left, and what is on at an instant. Knows no
 * payment provider: outcomes are reported to {@link io.steadfast.memberships.MembershipService}. A fee earns nothing and
 * counts as no spend. Tiers and orders ask through {@link io.steadfast.memberships.PlansHeld}, screens the door.
 */
@NullMarked
package io.steadfast.memberships;

import org.jspecify.annotations.NullMarked;
