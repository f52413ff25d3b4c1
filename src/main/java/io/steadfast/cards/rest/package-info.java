/** The card for a shop's or an app's own member page. */
@NullMarked
package io.steadfast.cards.rest;

import org.jspecify.annotations.NullMarked;
