/** The console's pages of giving: the register, a charity with its settlements, and a member's donations. */
@NullMarked
package io.steadfast.charities.faces;

import org.jspecify.annotations.NullMarked;
