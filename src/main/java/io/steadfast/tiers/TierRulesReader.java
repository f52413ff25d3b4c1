package io.steadfast.tiers;

import io.steadfast.programs.ProgramService;
import io.steadfast.programs.core.ProgramVersion;
import io.steadfast.programs.core.TierSet;
import io.steadfast.programs.core.TierSetRef;
import io.steadfast.shared.ProgramCode;
import io.steadfast.tiers.core.TierCourse;
import io.steadfast.tiers.core.TierRules;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The ladders of programs as their versions state them. */
@Dependent
class TierRulesReader {

    private static final int PROGRAMS_A_PAGE = 100;

    @Inject
    ProgramService programs;

    /** Has what the others ask read in the transaction's next round trip. */
    void lookAhead() {
        programs.lookAhead();
    }

    /** A ladder as the versions in force up to an instant state it; empty where the one in force then hasn't got it. */
    Optional<TierCourse> course(TierSetRef ref, Instant at) {
        return inForce(ref.program(), at).flatMap(version -> course(ref, version, at));
    }

    /** The same by the version that is in force at the instant, or by a draft that is tried out as if it began then. */
    Optional<TierCourse> course(TierSetRef ref, ProgramVersion inForce, Instant at) {
        return inForce.document().tierSet(ref.set()).map(set -> {
            List<TierRules> rules = new ArrayList<>(rules(ref, at));
            boolean tried = rules.isEmpty() || rules.get(rules.size() - 1).version() != inForce.version();
            if (tried) {
                rules.add(new TierRules(
                        inForce.version(),
                        at,
                        set,
                        inForce.document().transition().tiers()));
            }
            return new TierCourse(rules, zone(inForce));
        });
    }

    /** The set as each version in force up to an instant states it. */
    List<TierRules> rules(TierSetRef ref, Instant at) {
        return programs.inForceUpTo(ref.program(), at).stream()
                .flatMap(version -> rules(ref, version).stream())
                .toList();
    }

    private static Optional<TierRules> rules(TierSetRef ref, ProgramVersion version) {
        return version.document()
                .tierSet(ref.set())
                .map(set -> new TierRules(
                        version.version(),
                        // As the database keeps it, like every instant of a fact.
                        version.effectiveFrom().truncatedTo(ChronoUnit.MICROS),
                        set,
                        version.document().transition().tiers()));
    }

    /** Every ladder that versions judge otherwise than those before them, those that begin later too. */
    Map<TierSetRef, TierCourse> coursesThatTurn() {
        List<TierSetRef> sets = new ArrayList<>();
        List<ProgramCode> page = programs.codes("", PROGRAMS_A_PAGE);
        while (!page.isEmpty()) {
            page.forEach(program -> sets.addAll(sets(program)));
            page = page.size() < PROGRAMS_A_PAGE
                    ? List.of()
                    : programs.codes(page.get(page.size() - 1).value(), PROGRAMS_A_PAGE);
        }
        return sets.stream().collect(Collectors.toMap(ref -> ref, this::whole)).entrySet().stream()
                .filter(each -> each.getValue().rules().size() > 1)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private List<TierSetRef> sets(ProgramCode program) {
        List<ProgramVersion> versions = programs.inForceUpTo(program, Instant.MAX);
        return versions.size() < 2
                ? List.of()
                : versions.get(versions.size() - 1).document().tierSets().stream()
                        .map(set -> new TierSetRef(program, set.code()))
                        .toList();
    }

    private TierCourse whole(TierSetRef ref) {
        ProgramVersion first = programs.inForceUpTo(ref.program(), Instant.MAX).get(0);
        return new TierCourse(rules(ref, Instant.MAX), zone(first));
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
