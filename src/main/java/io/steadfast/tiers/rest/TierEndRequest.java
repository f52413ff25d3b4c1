package io.steadfast.tiers.rest;

import io.steadfast.programs.core.TierSetRef;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.ProgramCode;
import io.steadfast.tiers.ManualTierService;

/** The end of a tier set by hand. */
public record TierEndRequest(ProgramCode program, String set, String reason) {

    /** Refuses (400) a missing or endless reason. */
    ManualTierService.End of(MemberId member) {
        return new ManualTierService.End(
                member, new TierSetRef(program, TierSetRequest.code(set)), TierSetRequest.checked(reason));
    }
}
