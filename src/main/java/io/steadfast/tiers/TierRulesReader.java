package io.steadfast.tiers;

import io.steadfast.programs.ProgramService;
import io.steadfast.programs.core.ProgramVersion;
import io.steadfast.programs.core.TierSet;
import io.steadfast.programs.core.TierSetRef;
import io.steadfast.shared.ProgramCode;
import io.steadfast.tiers.core.TierRules;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** The ladders of a program as its versions state them. */
@Dependent
class TierRulesReader {

    @Inject
    ProgramService programs;

    /** The set as each version in force up to {@code now} states it; empty where no version has it. */
    List<TierRules> rules(TierSetRef ref, Instant now) {
        return programs.inForceUpTo(ref.program(), now).stream()
                .flatMap(version -> rules(ref, version).stream())
                .toList();
    }

    private static Optional<TierRules> rules(TierSetRef ref, ProgramVersion version) {
        return version.document()
                .tierSet(ref.set())
                .map(set -> new TierRules(
                        version.effectiveFrom(),
                        set,
                        version.document().transition().tiers()));
    }

    Optional<ProgramVersion> inForce(ProgramCode program, Instant now) {
        return programs.inForce(program, now);
    }

    Optional<TierSet> set(TierSetRef ref, Instant now) {
        return inForce(ref.program(), now).flatMap(version -> version.document().tierSet(ref.set()));
    }

    static ZoneId zone(ProgramVersion version) {
        return version.document().basics().zone();
    }
}
