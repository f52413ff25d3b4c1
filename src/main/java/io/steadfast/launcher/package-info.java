/**
 * The process around the war: settings, the embedded PostgreSQL, Payara Micro, their order of start and stop. The one
 * place that may import {@code fish.payara}. Packaged as {@code target/steadfast.jar}, never in the war.
 */
@NullMarked
package io.steadfast.launcher;

import org.jspecify.annotations.NullMarked;
