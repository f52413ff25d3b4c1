/**
 * The books over HTTP: balance, statement and lots of a member, holds at a checkout, adjustments and the close of a
 * month. Shapes are those of the API contract; everything else is the feature's doors'.
 */
@NullMarked
package io.steadfast.ledger.rest;

import org.jspecify.annotations.NullMarked;
