package io.steadfast.accrual;

import io.steadfast.accrual.core.GrantDates;
import io.steadfast.programs.core.ProgramDocument;
import io.steadfast.shared.MemberId;
import io.steadfast.tiers.TierService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;

/** When points lapse that a member is given or uses now, by the policies of their tier, else of the wallet (domain 25b). */
@ApplicationScoped
public class MemberDates {

    @Inject
    private TierService tiers;

    /** Asks for the member's tiers only where one of the program's has policies of its own. */
    public GrantDates of(MemberId member, ProgramDocument document, Instant now) {
        return new GrantDates(document, anyTierDiffers(document) ? tiers.tiersAt(member, now) : Map.of(), now);
    }

    private static boolean anyTierDiffers(ProgramDocument document) {
        return document.tierSets().stream()
                .flatMap(set -> set.tiers().stream())
                .anyMatch(tier -> !tier.expiry().isEmpty());
    }
}
