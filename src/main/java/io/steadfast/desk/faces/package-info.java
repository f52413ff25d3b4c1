/** The store screen, the list of members and the page of one. */
@NullMarked
package io.steadfast.desk.faces;

import org.jspecify.annotations.NullMarked;
