/** People, their sign-in, API keys and platform keys, as they are kept. */
@NullMarked
package io.steadfast.platform.security.store;

import org.jspecify.annotations.NullMarked;
