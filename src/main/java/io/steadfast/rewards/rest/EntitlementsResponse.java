package io.steadfast.rewards.rest;

import io.steadfast.rewards.core.HeldEntitlement;
import io.steadfast.shared.ProgramCode;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The rights a member has now. */
public record EntitlementsResponse(List<Right> items) {

    public EntitlementsResponse {
        items = List.copyOf(items);
    }

    static EntitlementsResponse of(List<HeldEntitlement> held, Locale language) {
        return new EntitlementsResponse(
                held.stream().map(each -> Right.of(each, language)).toList());
    }

    /**
     * A right.
     *
     * @param reason what it comes from: program, tier, plan or reward, and which
     * @param until exclusive; left out where nothing in sight ends it
     */
    public record Right(
            ProgramCode program,
            String code,
            String name,
            String detail,
            Reason reason,
            Optional<Instant> until,
            List<String> products) {

        static Right of(HeldEntitlement held, Locale language) {
            return new Right(
                    held.program(),
                    held.code(),
                    held.name().in(language),
                    held.detail().in(language),
                    new Reason(
                            held.because().kind().name().toLowerCase(Locale.ROOT),
                            held.because().code()),
                    held.until(),
                    held.products());
        }
    }

    /** Why a right is held. */
    public record Reason(String kind, String code) {}
}
