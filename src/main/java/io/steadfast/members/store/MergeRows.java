package io.steadfast.members.store;

import io.steadfast.members.core.IdentityKind;
import io.steadfast.platform.persistence.Ids;
import io.steadfast.platform.persistence.TenantStore;
import io.steadfast.shared.MemberId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Who was merged into whom, and the rows about a person that go along. */
@ApplicationScoped
public class MergeRows {

    private static final String ADD = """
            INSERT INTO member_merge (source_id, survivor_id, reason, actor_kind, actor_id, merged_at, recorded_at)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String SURVIVOR = "SELECT survivor_id FROM member_merge WHERE source_id = ?";
    private static final String SOURCES =
            "SELECT source_id, merged_at FROM member_merge WHERE survivor_id = ? ORDER BY merged_at, source_id LIMIT ?";
    private static final String STANDING = """
            SELECT kind, value, brought FROM member_identity WHERE member_id = ? AND ended_at IS NULL ORDER BY added_at, identity_id
            """;
    private static final String END =
            "UPDATE member_identity SET ended_at = ? WHERE member_id = ? AND ended_at IS NULL";
    private static final String BRING = """
            INSERT INTO member_identity (identity_id, member_id, kind, value, added_at, brought) VALUES (?, ?, ?, ?, ?, ?)
            """;
    private static final String BROUGHT =
            "SELECT kind, value FROM member_identity WHERE member_id = ? AND ended_at IS NULL AND brought";
    private static final String NOTES = "UPDATE member_note SET member_id = ? WHERE member_id = ?";
    private static final String NO_KEYS = "DELETE FROM member_key WHERE member_id = ?";
    private static final String EARLIER = """
            INSERT INTO enrolment (enrolment_id, member_id, program, channel, enrolled_at, left_at, recorded_at)
            SELECT ?, ?, e.program, e.channel, e.enrolled_at, own.enrolled_at, ?
              FROM enrolment e JOIN enrolment own ON own.program = e.program AND own.member_id = ? AND own.left_at IS NULL
             WHERE e.member_id = ? AND e.program = ? AND e.left_at IS NULL AND e.enrolled_at < own.enrolled_at
            """;

    @Inject
    private TenantStore store;

    /** Who was merged into a member, and when. */
    public record Source(MemberId member, Instant at) {}

    /** An identity that came with a source. */
    public record Brought(IdentityKind kind, String value) {}

    /** Who merged two members, and why. */
    public record By(String actorKind, String actorId, String reason) {}

    public void add(MemberId source, MemberId survivor, By by, Instant at) {
        store.sql(ADD)
                .id(source.value())
                .id(survivor.value())
                .text(by.reason())
                .text(by.actorKind())
                .text(by.actorId())
                .instant(at)
                .instant(at)
                .run();
    }

    /** Into whom a member was merged. */
    public Optional<MemberId> survivor(MemberId source) {
        return store.sql(SURVIVOR).id(source.value()).one(row -> new MemberId(row.id("survivor_id")));
    }

    /** Who was merged into a member, the first first. */
    public List<Source> sources(MemberId survivor, int most) {
        return store.sql(SOURCES)
                .id(survivor.value())
                .number(most)
                .all(row -> new Source(new MemberId(row.id("source_id")), row.instant("merged_at")));
    }

    private record Standing(IdentityKind kind, String value, boolean brought) {}

    /**
     * The source's identities find the survivor from now on; the survivor's own of a kind stays the one that is shown.
     *
     * @param own kinds of which the survivor has one
     */
    public void bringIdentities(MemberId source, MemberId survivor, Set<IdentityKind> own, Instant now) {
        store.em().flush();
        List<Standing> standing = store.sql(STANDING)
                .id(source.value())
                .all(row ->
                        new Standing(IdentityKind.valueOf(row.text("kind")), row.text("value"), row.truth("brought")));
        store.sql(END).instant(now).id(source.value()).run();
        Set<IdentityKind> taken = EnumSet.noneOf(IdentityKind.class);
        taken.addAll(own);
        for (Standing one : standing) {
            boolean first = !one.brought() && taken.add(one.kind());
            store.sql(BRING)
                    .id(Ids.next())
                    .id(survivor.value())
                    .text(one.kind().name())
                    .text(one.value())
                    .instant(now)
                    .truth(!first)
                    .run();
        }
        store.sql(NO_KEYS).id(source.value()).run();
        store.em().clear();
    }

    /** Identities by which a member is found though others of the kind are shown. */
    public List<Brought> brought(MemberId member) {
        return store.sql(BROUGHT)
                .id(member.value())
                .all(row -> new Brought(IdentityKind.valueOf(row.text("kind")), row.text("value")));
    }

    public void bringNotes(MemberId source, MemberId survivor) {
        store.sql(NOTES).id(survivor.value()).id(source.value()).run();
    }

    /** Where the source joined a program of both first, the survivor has been in it since then: orders of that time are theirs. */
    public void bringEarlier(MemberId source, MemberId survivor, String program, Instant now) {
        store.em().flush();
        store.sql(EARLIER)
                .id(Ids.next())
                .id(survivor.value())
                .instant(now)
                .id(survivor.value())
                .id(source.value())
                .text(program)
                .run();
    }
}
