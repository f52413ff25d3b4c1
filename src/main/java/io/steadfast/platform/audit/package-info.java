/**
 * Who did what to which object, from where, before and after. Rows are only ever added, in the transaction of the change they
 * tell of, so that there is no change without its row. Every feature that lets people change something calls it.
 */
@NullMarked
package io.steadfast.platform.audit;

import org.jspecify.annotations.NullMarked;
