/**
 * The edges of every rule, a class for each kind of edge: thresholds, zones and clock changes, days that not every year or
 * month has, the tier of a past day, and what meets at one moment. What a feature does between its edges is tested beside the feature.
 */
@NullMarked
package io.steadfast.boundaries;

import org.jspecify.annotations.NullMarked;
