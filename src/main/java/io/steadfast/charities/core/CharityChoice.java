package io.steadfast.charities.core;

import io.steadfast.accrual.core.ActivationCalculator;
import io.steadfast.programs.core.CharityCode;
import io.steadfast.programs.core.CharityRegister;
import io.steadfast.programs.core.Giving;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Whose choice counts (domain 61): the order's own, else the member's standing one when it occurred, else the first one made
 * while the default still waits, else the default. What comes out doesn't depend on which was heard of first.
 *
 * @param standing the member's choices in the program, in any order
 * @param register those charities the tenant has
 */
public record CharityChoice(
        Giving giving,
        ZoneId zone,
        Optional<CharityCode> ofOrder,
        List<StandingChoice> standing,
        CharityRegister register) {

    public CharityChoice {
        standing = standing.stream()
                .sorted(Comparator.comparing(StandingChoice::from))
                .toList();
    }

    /** Who gets what happened then. */
    public Destination of(Instant occurredAt) {
        Optional<CharityCode> own = ofOrder.filter(this::usable);
        if (own.isPresent()) {
            return Destination.of(own.get());
        }
        Optional<CharityCode> chosen = chosenAt(occurredAt);
        if (chosen.filter(this::usable).isPresent()) {
            return Destination.of(chosen.get());
        }
        Destination waiting = fallback(occurredAt);
        return standing.stream()
                .filter(choice -> choice.from().isAfter(occurredAt))
                .filter(choice -> waiting.at(choice.from()).charity().isEmpty())
                .map(StandingChoice::charity)
                .filter(this::usable)
                .findFirst()
                .map(Destination::of)
                .orElse(waiting);
    }

    /** Who gets it when nobody chooses from this instant on. */
    public Destination fallback(Instant from) {
        return giving.unassigned()
                .filter(unassigned -> usable(unassigned.charity()))
                .map(unassigned -> Destination.waiting(
                        unassigned.charity(), ActivationCalculator.daysAfter(from, unassigned.afterDays(), zone)))
                .orElse(Destination.OPEN);
    }

    /** Why a choice couldn't be followed: the order's own, else the member's standing one. */
    public Optional<Trouble> trouble(Instant occurredAt) {
        return ofOrder.or(() -> chosenAt(occurredAt))
                .filter(code -> !usable(code))
                .map(code -> new Trouble(why(code), code.value()));
    }

    private DonationReason why(CharityCode code) {
        if (register.closed().contains(code)) {
            return DonationReason.CHARITY_CLOSED;
        }
        return register.open().contains(code) ? DonationReason.CHARITY_NOT_OFFERED : DonationReason.CHARITY_UNKNOWN;
    }

    private Optional<CharityCode> chosenAt(Instant at) {
        return standing.stream()
                .filter(choice -> !choice.from().isAfter(at))
                .reduce((earlier, later) -> later)
                .map(StandingChoice::charity);
    }

    /** Whether the program offers it and it takes donations. */
    public boolean usable(CharityCode code) {
        return giving.offers(code) && register.open().contains(code);
    }
}
