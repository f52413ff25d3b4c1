/**
 * The words everybody uses. Plain records and enums that depend on {@code java.*} only; a type enters when a third
 * feature needs it, and there are fewer than fifteen.
 */
@NullMarked
package io.steadfast.shared;

import org.jspecify.annotations.NullMarked;
