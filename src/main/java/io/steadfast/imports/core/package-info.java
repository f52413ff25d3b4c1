/** What a file holds and what its cells mean: fields, mapping, dates, amounts. */
@NullMarked
package io.steadfast.imports.core;

import org.jspecify.annotations.NullMarked;
