/** The rows of members and the keys they are found by. */
@NullMarked
package io.steadfast.members.store;

import org.jspecify.annotations.NullMarked;
