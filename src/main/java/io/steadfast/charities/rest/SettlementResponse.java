package io.steadfast.charities.rest;

import io.steadfast.charities.core.DonationState;
import io.steadfast.charities.core.Part;
import io.steadfast.charities.core.Settlement;
import io.steadfast.shared.Money;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A batch that was paid to a charity.
 *
 * @param number counts on over all charities
 * @param state {@code settled}, or {@code receipted} once the charity has acknowledged it
 * @param amounts one for each currency
 * @param parts the same by funds
 */
public record SettlementResponse(
        UUID id,
        long number,
        String charity,
        Map<String, String> name,
        Optional<String> registrationNumber,
        Instant settledAt,
        DonationState state,
        List<Money> amounts,
        long donations,
        List<PartResponse> parts,
        Optional<ReceiptResponse> receipt) {

    /** One sort of funds in one currency. */
    public record PartResponse(Part part, Money amount, long donations) {}

    /** The charity's acknowledgement. */
    public record ReceiptResponse(Instant at, String reference) {}

    static SettlementResponse of(Settlement settlement) {
        return new SettlementResponse(
                settlement.id(),
                settlement.number(),
                settlement.charity().value(),
                settlement.name().byLanguage(),
                settlement.registration(),
                settlement.settledAt(),
                settlement.state(),
                settlement.paid(),
                settlement.donations(),
                settlement.totals().stream()
                        .map(total -> new PartResponse(total.part(), total.amount(), total.donations()))
                        .toList(),
                settlement.receipt().map(receipt -> new ReceiptResponse(receipt.at(), receipt.reference())));
    }
}
