/** What is selected, how far dates move, and in which order an extension goes through its states. */
@NullMarked
package io.steadfast.extensions.core;

import org.jspecify.annotations.NullMarked;
