/** A member's code and friends as staff see them. */
@NullMarked
package io.steadfast.referrals.faces;

import org.jspecify.annotations.NullMarked;
