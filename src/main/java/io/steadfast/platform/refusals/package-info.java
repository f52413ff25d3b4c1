/**
 * How a command is refused: one unchecked exception that rolls back, the fields that were wrong, and the text of each
 * reason in every language. Knows no HTTP and no screen; the doors turn a refusal into a problem or a message.
 */
@NullMarked
package io.steadfast.platform.refusals;

import org.jspecify.annotations.NullMarked;
