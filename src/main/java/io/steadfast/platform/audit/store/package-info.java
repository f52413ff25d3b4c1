/** The table of the audit trail: rows are added and read, never changed. */
@NullMarked
package io.steadfast.platform.audit.store;

import org.jspecify.annotations.NullMarked;
