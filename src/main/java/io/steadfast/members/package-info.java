/**
 * People and organisations known to a tenant: who they are, what they are recognised by, what they agreed to and which programs
 * they are in. Gives no points and knows no order; whoever has a phone, e-mail, card or external id asks here whose it is.
 */
@NullMarked
package io.steadfast.members;

import org.jspecify.annotations.NullMarked;
