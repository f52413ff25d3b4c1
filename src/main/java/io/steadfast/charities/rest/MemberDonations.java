package io.steadfast.charities.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.steadfast.charities.MemberChoice;
import io.steadfast.charities.core.CharityTotal;
import io.steadfast.charities.core.Donation;
import io.steadfast.platform.rest.Page;
import java.util.List;
import java.util.Optional;

/**
 * One page of a member's donations, the latest first, with what they come to and the standing choices.
 *
 * @param nextCursor what to send for the next page; null in JSON on the last one
 */
public record MemberDonations(
        List<DonationResponse> items,
        @JsonInclude(JsonInclude.Include.ALWAYS) Optional<String> nextCursor,
        List<TotalsResponse> totals,
        List<ChoiceResponse> choices) {

    static MemberDonations of(Page<Donation> page, List<CharityTotal> totals, List<MemberChoice> choices) {
        return new MemberDonations(
                page.items().stream().map(DonationResponse::of).toList(),
                page.nextCursor(),
                TotalsResponse.of(totals),
                choices.stream().map(ChoiceResponse::of).toList());
    }
}
