/** The statements behind a member's card and statement: constant SQL, the instant passed in. */
@NullMarked
package io.steadfast.desk.store;

import org.jspecify.annotations.NullMarked;
