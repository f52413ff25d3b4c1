/** The operators' door, {@code /platform/v1}. */
@NullMarked
package io.steadfast.tenants.rest;

import org.jspecify.annotations.NullMarked;
