/**
 * Read models: figures, days and last events out of what the other features wrote. Reads and never writes; refuses
 * nothing but a missing tenant. Called by the console's pages and by the reports of the API.
 */
@NullMarked
package io.steadfast.reporting;

import org.jspecify.annotations.NullMarked;
