/** What happened in a tenant, read from the events it wrote. */
@NullMarked
package io.steadfast.sandbox.store;

import org.jspecify.annotations.NullMarked;
