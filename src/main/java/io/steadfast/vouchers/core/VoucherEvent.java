package io.steadfast.vouchers.core;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Something that happened to a voucher; written once.
 *
 * @param seq from 1 up
 * @param amount used or given back, in the face's unit; 0 for what moves none
 * @param worth what a use that isn't money came to, in minor units, where the till said so
 * @param order at which it was used
 * @param actorKind as in the audit trail: PERSON, KEY, JOB or OPERATOR
 * @param reason a code, as in REDEMPTION or LOST
 * @param about the redemption or receipt that it came of; of a voucher that was replaced, the one in its place
 */
public record VoucherEvent(
        int seq,
        Kind kind,
        long amount,
        Optional<Long> worth,
        Optional<VoucherOrder> order,
        String actorKind,
        String actorId,
        String reason,
        Optional<UUID> about,
        Instant at) {

    /** What can happen. */
    public enum Kind {
        CREATED,
        ASSIGNED,
        ACTIVATED,
        HELD,
        /** No longer kept for an order. */
        RELEASED,
        USED,
        UNUSED,
        EXPIRED,
        CANCELLED,
        BLOCKED,
        UNBLOCKED,
        /** Replaced by another of what remained, under another code. */
        REISSUED
    }
}
