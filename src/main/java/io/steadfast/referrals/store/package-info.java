/** Codes and referrals as rows. */
@NullMarked
package io.steadfast.referrals.store;

import org.jspecify.annotations.NullMarked;
