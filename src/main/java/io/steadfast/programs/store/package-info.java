/** The rows of programs: versions written once, drafts written again and again. */
@NullMarked
package io.steadfast.programs.store;

import org.jspecify.annotations.NullMarked;
