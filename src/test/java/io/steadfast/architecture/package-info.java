/**
 * The rules of the house as tests. Every rule is an allow-list: what nobody has thought of fails. {@code FeatureMap} and
 * {@code Libraries} hold the data that grows with the product; {@code broken} holds one offender per rule, so that each
 * rule proves that it can fail.
 */
@NullMarked
package io.steadfast.architecture;

import org.jspecify.annotations.NullMarked;
