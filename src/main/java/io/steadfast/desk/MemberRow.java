package io.steadfast.desk;

import io.steadfast.shared.MemberId;
import java.time.Instant;
import java.util.Optional;

/** A member in a list. */
public record MemberRow(
        MemberId id,
        Optional<String> name,
        String status,
        Instant joinedAt,
        long points,
        Optional<String> contact,
        Optional<Instant> lastActivityAt) {}
