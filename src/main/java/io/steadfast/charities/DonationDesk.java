package io.steadfast.charities;

import io.steadfast.charities.core.CharityChoice;
import io.steadfast.charities.core.CharityRefusal;
import io.steadfast.charities.core.Donation;
import io.steadfast.charities.core.StandingChoice;
import io.steadfast.charities.store.CharityRepository;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.programs.ProgramService;
import io.steadfast.programs.core.CharityCode;
import io.steadfast.programs.core.CharityRegister;
import io.steadfast.programs.core.ProgramDocument;
import io.steadfast.programs.core.ProgramVersion;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.ProgramCode;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Puts together what decides who gets a donation. */
@Dependent
class DonationDesk {

    @Inject
    CharityRepository charities;

    @Inject
    ProgramService programs;

    /** What a member chose in a program, with the order's own choice before it. */
    CharityChoice choice(MemberId member, ProgramVersion version, Optional<CharityCode> ofOrder) {
        ProgramDocument document = version.document();
        List<StandingChoice> standing = charities.choices(member, version.code());
        Set<CharityCode> codes = new HashSet<>();
        ofOrder.ifPresent(codes::add);
        standing.forEach(each -> codes.add(each.charity()));
        document.giving().unassigned().ifPresent(unassigned -> codes.add(unassigned.charity()));
        return new CharityChoice(
                document.giving(), document.basics().zone(), ofOrder, standing, charities.register(codes));
    }

    /** What a member's standing choices say of a donation that lost its charity. */
    CharityChoice choice(Donation donation) {
        return choice(donation.key().member(), version(donation.key().program(), donation.version()), Optional.empty());
    }

    /** Refuses {@code CHARITY_CLOSED} and {@code CHARITY_NOT_OFFERED} (422). */
    void refuseUnusable(ProgramVersion version, CharityCode charity) {
        CharityRegister register = charities.register(Set.of(charity));
        if (register.closed().contains(charity)) {
            throw new Refusal(CharityRefusal.CHARITY_CLOSED, Map.of("charity", charity.value()));
        }
        if (!register.open().contains(charity) || !version.document().giving().offers(charity)) {
            throw new Refusal(CharityRefusal.CHARITY_NOT_OFFERED, Map.of("charity", charity.value()));
        }
    }

    ProgramVersion version(ProgramCode program, int version) {
        return programs.version(program, version)
                .orElseThrow(() -> new IllegalStateException("No version " + version + " of " + program));
    }
}
