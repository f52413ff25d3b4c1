/**
 * The process as an operator meets it: started from the built jar, looked at from outside, killed and started again.
 * {@code …Test} looks at single parts, {@code …IT} starts real processes on ports and directories of their own.
 */
package io.steadfast.launcher;
