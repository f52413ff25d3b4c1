/** The pages console/programs and console/program. */
@NullMarked
package io.steadfast.designer.faces;

import org.jspecify.annotations.NullMarked;
