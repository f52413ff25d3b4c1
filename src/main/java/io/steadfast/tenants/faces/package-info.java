/**
 * The operators' pages below {@code /platform}: their own sign-in, the tenants, how the platform is, how work goes, and who of them
 * did what. They read the control schema; no tenant is ever in hand here.
 */
@NullMarked
package io.steadfast.tenants.faces;

import org.jspecify.annotations.NullMarked;
