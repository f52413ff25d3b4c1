/**
 * What a tenant set for itself: names with a value, each with a default and a shape, changed with an entry in the trail. Knows
 * what a setting looks like and nothing of what it means.
 */
@NullMarked
package io.steadfast.platform.settings;

import org.jspecify.annotations.NullMarked;
