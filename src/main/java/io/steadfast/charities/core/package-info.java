/** What an order pledges, who gets it, and how a donation moves from pledged to receipted. Plain Java; reads no clock. */
@NullMarked
package io.steadfast.charities.core;

import org.jspecify.annotations.NullMarked;
