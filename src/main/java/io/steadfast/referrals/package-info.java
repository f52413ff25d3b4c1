/**
 * Members who bring friends: codes, who came with whose code, and what both get once the friend's first order can't come
 * back any more. Owns codes and referrals; points go through {@code accrual} like those of any other activity, so that
 * caps, proofs and receipts are the same. Refuses who brings themselves or isn't new.
 */
@NullMarked
package io.steadfast.referrals;

import org.jspecify.annotations.NullMarked;
