package io.steadfast.memberships.rest;

import java.time.Instant;

/** When the member was told of the price now in force. */
public record PriceNoticeRequest(Instant at) {}
