/** The console's page of webhooks: where events go, what was sent, and sending again. */
@NullMarked
package io.steadfast.webhooks.faces;

import org.jspecify.annotations.NullMarked;
