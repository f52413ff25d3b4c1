package io.steadfast.charities.rest;

import io.steadfast.charities.GivenDonation;
import io.steadfast.charities.core.Part;
import io.steadfast.shared.Money;
import io.steadfast.shared.WalletCode;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Points that were given: the member's part, and apart from it what the brand adds.
 *
 * @param entryId the entry that took the points
 * @param spendable what is left in the wallet
 */
public record GivenResponse(
        long points,
        WalletCode wallet,
        Optional<String> charity,
        Money member,
        Money match,
        UUID entryId,
        long spendable,
        List<DonationResponse> donations) {

    static GivenResponse of(GivenDonation given) {
        List<DonationResponse> donations =
                given.donations().stream().map(DonationResponse::of).toList();
        String currency = donations.get(0).amount().currency().getCurrencyCode();
        return new GivenResponse(
                given.points().points(),
                given.wallet(),
                donations.get(0).charity(),
                part(donations, Part.MEMBER, currency),
                part(donations, Part.MATCH, currency),
                given.entry(),
                given.spendable(),
                donations);
    }

    private static Money part(List<DonationResponse> donations, Part part, String currency) {
        return donations.stream()
                .filter(each -> each.part() == part)
                .map(DonationResponse::amount)
                .reduce(Money.of(0, currency), Money::plus);
    }
}
