package io.steadfast.extensions.rest;

import io.steadfast.extensions.core.Extension;
import io.steadfast.extensions.core.ExtensionWish;
import io.steadfast.shared.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * A mass extension as callers read it.
 *
 * @param members {@code lots}, {@code accounts}, {@code points}, {@code tiers}: what it is about, counted from the rows themselves
 * @param extended how many lots, accounts and tiers have their new end
 * @param liability what the points come to, by their value and the share expected to be used, when they were selected
 * @param passedOver how many were used up, lapsed or extended further meanwhile
 */
public record ExtensionResponse(
        UUID id,
        Extension.State state,
        Optional<LocalDate> until,
        Optional<Integer> months,
        String reason,
        String requestedBy,
        Instant requestedAt,
        Optional<String> approvedBy,
        Optional<Instant> approvedAt,
        Optional<Instant> finishedAt,
        long members,
        long lots,
        long accounts,
        long points,
        long tiers,
        long extended,
        long passedOver,
        Optional<Money> liability,
        Optional<UUID> jobId) {

    static ExtensionResponse of(Extension extension) {
        return of(extension, Optional.empty());
    }

    static ExtensionResponse of(Extension extension, Optional<UUID> job) {
        ExtensionWish wish = extension.wish();
        Extension.Figures figures = extension.figures();
        return new ExtensionResponse(
                extension.id(),
                extension.state(),
                wish.term().until(),
                wish.term().months(),
                wish.reason(),
                extension.requester().name(),
                extension.requestedAt(),
                extension.approver().map(Extension.By::name),
                extension.approvedAt(),
                extension.finishedAt(),
                figures.members(),
                figures.lots(),
                figures.accounts(),
                figures.points(),
                figures.tiers(),
                figures.extended(),
                figures.passedOver(),
                extension.liability(),
                job);
    }
}
