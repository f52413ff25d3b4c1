package io.steadfast.charities.rest;

import io.steadfast.charities.core.Charity;
import io.steadfast.charities.core.CharityStatus;
import io.steadfast.charities.core.CharityTotal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A charity with what stands for it now, by currency. */
public record CharityResponse(
        String code,
        Map<String, String> name,
        Map<String, String> description,
        Optional<String> url,
        Optional<String> registrationNumber,
        CharityStatus status,
        Optional<Instant> closedAt,
        List<TotalsResponse> totals) {

    static CharityResponse of(Charity charity, List<CharityTotal> totals) {
        return new CharityResponse(
                charity.code().value(),
                charity.profile().name().byLanguage(),
                charity.profile().description().byLanguage(),
                charity.profile().url(),
                charity.profile().registration(),
                charity.profile().status(),
                charity.closedAt(),
                TotalsResponse.of(totals.stream()
                        .filter(total -> total.charity().equals(Optional.of(charity.code())))
                        .toList()));
    }
}
