/**
 * The product under a harness: the shipped jar as a process of its own with its own data directory, a lean client of its
 * API, a tenant to work on, and a look behind it into its database.
 */
@NullMarked
package io.steadfast.bench.product;

import org.jspecify.annotations.NullMarked;
