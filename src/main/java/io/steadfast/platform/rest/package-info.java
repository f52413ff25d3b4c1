/**
 * What every call of the two REST doors has in common: strict JSON, problems (RFC 9457), request ids, rate limits,
 * ETags and cursors. Resources live in their features; they are found by their annotation, there is no list of them.
 */
@NullMarked
package io.steadfast.platform.rest;

import org.jspecify.annotations.NullMarked;
