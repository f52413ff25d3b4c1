package io.steadfast.programs;

import io.steadfast.platform.refusals.Refusal;
import io.steadfast.platform.time.TenantClock;
import io.steadfast.programs.core.ChangeNotice;
import io.steadfast.programs.core.ProgramDocument;
import io.steadfast.programs.core.ProgramRefusal;
import io.steadfast.programs.core.ProgramVersion;
import io.steadfast.programs.store.ProgramRepository;
import io.steadfast.shared.ProgramCode;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the version in force promises its members about changes. A draft can't take that promise back for itself. */
@Stateless
public class ChangePromiseService {

    @Inject
    private ProgramRepository programs;

    @Inject
    private PublishedPrograms published;

    @Inject
    private TenantClock clock;

    /**
     * A promise that binds a change.
     *
     * @param earliest the first instant at which the change keeps it
     */
    public record Promise(int days, Instant earliest) {}

    /** What binds a change to this document; empty where nothing is promised, or members read nothing else by it. */
    public Optional<Promise> of(ProgramCode program, ProgramDocument changed) {
        return promising(program)
                .filter(before -> TermsChange.between(before, changed))
                .flatMap(this::promise);
    }

    /** Whether the change would begin before the promise allows it. */
    public boolean isEarly(ProgramCode program, ProgramDocument changed, Instant effectiveFrom) {
        return of(program, changed)
                .filter(promise -> effectiveFrom.isBefore(promise.earliest()))
                .isPresent();
    }

    /** What a change that begins too early is refused with. */
    public Refusal broken(ProgramCode program) {
        Promise promise = promising(program).flatMap(this::promise).orElseThrow();
        return new Refusal(
                ProgramRefusal.CHANGE_NOTICE_TOO_SHORT,
                Map.of("days", promise.days(), "earliest", promise.earliest().toString()));
    }

    private Optional<Promise> promise(ProgramDocument inForce) {
        return inForce.terms()
                .changeNoticeDays()
                .flatMap(days ->
                        ChangeNotice.earliest(inForce, clock.now()).map(earliest -> new Promise(days, earliest)));
    }

    /** The document in force now, where it promises anything. */
    private Optional<ProgramDocument> promising(ProgramCode program) {
        Instant now = clock.now();
        return programs.starts(List.of(program)).stream()
                .filter(start -> !start.effectiveFrom().isAfter(now))
                .findFirst()
                .map(start -> published.version(program, start.version()))
                .map(ProgramVersion::document)
                .filter(document -> document.terms().changeNoticeDays().isPresent());
    }
}
