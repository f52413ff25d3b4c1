package io.steadfast.charities.rest;

import io.steadfast.charities.core.Destination;
import io.steadfast.charities.core.Donation;
import io.steadfast.charities.core.DonationState;
import io.steadfast.charities.core.Part;
import io.steadfast.programs.core.CharityCode;
import io.steadfast.shared.Money;
import io.steadfast.shared.ProgramCode;
import io.steadfast.shared.RuleCode;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A donation as it stands.
 *
 * @param pledge the program's pledge, {@code added} for money of the member's that none asked for, {@code points} for points
 * @param part whose money it is
 * @param charity left out while nobody chose one; then {@code defaultCharity} gets it at {@code defaultAt}
 * @param points given for it, in the wallet's smallest unit
 * @param source the order, with {@code reference}
 * @param confirmAt left out while the order isn't fulfilled
 */
public record DonationResponse(
        UUID id,
        ProgramCode program,
        int version,
        RuleCode pledge,
        Part part,
        Optional<String> charity,
        Optional<String> defaultCharity,
        Optional<Instant> defaultAt,
        Money amount,
        DonationState state,
        Optional<Long> points,
        Optional<String> source,
        Optional<String> reference,
        Instant occurredAt,
        Optional<Instant> confirmAt,
        Optional<UUID> settlementId) {

    static DonationResponse of(Donation donation) {
        Destination to = donation.destination();
        return new DonationResponse(
                donation.id(),
                donation.key().program(),
                donation.version(),
                donation.key().pledge(),
                donation.key().part(),
                to.charity().map(CharityCode::value),
                to.fallback().map(CharityCode::value),
                to.fallbackAt(),
                new Money(donation.amount(), donation.currency()),
                donation.state(),
                Optional.of(donation.origin().points()).filter(points -> points > 0),
                donation.origin().order().map(Donation.OrderRef::source),
                donation.origin().order().map(Donation.OrderRef::reference),
                donation.occurredAt(),
                donation.confirmAt(),
                donation.settlement());
    }
}
