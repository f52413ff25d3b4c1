/** The review queue in the console: activities that somebody looks at before their points can be used. */
@NullMarked
package io.steadfast.accrual.faces;

import org.jspecify.annotations.NullMarked;
