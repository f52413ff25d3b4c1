/** Vouchers on the console's pages and on the store's member card. */
@NullMarked
package io.steadfast.vouchers.faces;

import org.jspecify.annotations.NullMarked;
