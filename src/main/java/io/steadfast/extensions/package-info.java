/**
 * Mass extensions: the expiry of many lots and tiers moved later at once, with a reason, a preview, a second person's
 * approval, and no way to move a date earlier or twice. Points that lapse with inactivity alone have no date to move.
 */
@NullMarked
package io.steadfast.extensions;

import org.jspecify.annotations.NullMarked;
