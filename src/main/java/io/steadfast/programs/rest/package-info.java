/** Programs over the API: drafts, checks, publishing and versions. */
@NullMarked
package io.steadfast.programs.rest;

import org.jspecify.annotations.NullMarked;
