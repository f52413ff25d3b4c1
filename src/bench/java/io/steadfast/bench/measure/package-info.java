/**
 * {@code mvn -Pbench}: what the product does in a second and what that costs, beside the floor: the same rows written by
 * prepared statements from the same client program on the same machine in the same minutes. Ratios are what counts.
 */
@NullMarked
package io.steadfast.bench.measure;

import org.jspecify.annotations.NullMarked;
