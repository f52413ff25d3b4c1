/** The store screen's actions, the till's lock, the day's work, and the console's page of tills. */
@NullMarked
package io.steadfast.tills.faces;

import org.jspecify.annotations.NullMarked;
