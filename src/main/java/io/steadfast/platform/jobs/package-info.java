/**
 * Work that falls due, and long work somebody asked for. A sweep visits every tenant's due work under a lease, so that two nodes
 * never work for one tenant at once; a sandbox's due work happens when its clock is moved. Features say what is due by
 * implementing {@link io.steadfast.platform.jobs.DueWork}; this package knows none of them.
 */
@NullMarked
package io.steadfast.platform.jobs;

import org.jspecify.annotations.NullMarked;
