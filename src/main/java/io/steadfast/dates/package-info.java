/**
 * Gifts for members' own days: birthdays and anniversaries of joining, as vouchers, once in a calendar year. Works by the
 * day and by itself; nobody calls it.
 */
@NullMarked
package io.steadfast.dates;

import org.jspecify.annotations.NullMarked;
