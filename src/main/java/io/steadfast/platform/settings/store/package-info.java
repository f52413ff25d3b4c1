/** The settings' table. */
@NullMarked
package io.steadfast.platform.settings.store;

import org.jspecify.annotations.NullMarked;
