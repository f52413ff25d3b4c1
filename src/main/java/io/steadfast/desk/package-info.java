/**
 * One member as staff see them: at the till and in the office. Puts together what the members, the books and the programs
 * know, with the reason of each entry in words. Refuses a member that isn't there; whoever asks must be allowed to see
 * members.
 */
@NullMarked
package io.steadfast.desk;

import org.jspecify.annotations.NullMarked;
