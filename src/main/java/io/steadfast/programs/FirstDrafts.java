package io.steadfast.programs;

import io.steadfast.platform.security.CurrentActor;
import io.steadfast.platform.time.TenantClock;
import io.steadfast.programs.core.ProgramDraft;
import io.steadfast.programs.store.ProgramDraftEntity;
import io.steadfast.programs.store.ProgramRepository;
import io.steadfast.programs.store.ProgramVersionEntity;
import io.steadfast.shared.ProgramCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The draft in which a program that has none would be worked on: what was published last, kept nowhere until somebody changes
 * something, so that looking at a program changes nothing. Its id follows from the program and its versions: everybody who looks is
 * shown the same one, and the first change keeps it under that id.
 */
@ApplicationScoped
class FirstDrafts {

    @Inject
    private ProgramRepository programs;

    @Inject
    private DraftDesk desk;

    @Inject
    private TenantClock clock;

    @Inject
    private CurrentActor actor;

    /** Empty where the program has a draft, and where there is no such program. */
    Optional<ProgramDraft> of(ProgramCode program) {
        if (!programs.drafts(List.of(program)).isEmpty()) {
            return Optional.empty();
        }
        List<ProgramVersionEntity> versions = programs.versions(program);
        Optional<ProgramVersionEntity> latest = desk.latest(program);
        return latest.or(() -> versions.stream().findFirst())
                .map(row -> new ProgramDraft(
                        id(program, versions.size()),
                        program,
                        latest.map(standing -> standing.version),
                        0,
                        ProgramDocumentCodec.read(row.document),
                        row.publishedAt.toInstant(),
                        row.actorName,
                        ""));
    }

    /** The one of that id. */
    Optional<ProgramDraft> of(ProgramCode program, Optional<UUID> id) {
        return id.flatMap(wanted -> of(program).filter(first -> first.id().equals(wanted)));
    }

    /** Keeps it. */
    ProgramDraftEntity begin(ProgramDraft first) {
        ProgramDraftEntity row = programs.addDraft(
                first.id(),
                new ProgramRepository.DraftStart(
                        first.program(), first.baseVersion().orElse(null)),
                ProgramDocumentCodec.write(first.document()),
                clock.now(),
                actor.actor().name());
        programs.written();
        return row;
    }

    private static UUID id(ProgramCode program, int versions) {
        return UUID.nameUUIDFromBytes(
                ("first draft of " + program + " after " + versions).getBytes(StandardCharsets.UTF_8));
    }
}
