/**
 * What every page shares: the frame around it, texts and figures in the reader's language, sign-in, and the handler that
 * turns a refusal into a message in place. Refuses to know a feature; the beans of a feature's pages stand in its own
 * {@code faces}.
 */
@NullMarked
package io.steadfast.platform.faces;

import org.jspecify.annotations.NullMarked;
