package io.steadfast.programs.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Work in progress on a program. */
@Entity
@Table(name = "program_draft")
@NamedQuery(
        name = "ProgramDraft.ofPrograms",
        query = "SELECT d FROM ProgramDraftEntity d WHERE d.program IN :programs ORDER BY d.program, d.id")
public class ProgramDraftEntity {

    @Id
    @Column(name = "draft_id")
    public UUID id;

    public String program;

    @Column(name = "base_version")
    public @Nullable Integer baseVersion;

    @Version
    public long version;

    public String document;

    @Column(name = "changed_at")
    public OffsetDateTime changedAt;

    @Column(name = "actor_name")
    public String actorName;

    public String label = "";

    // Changes go through methods: EclipseLink sees a field that is written in its own class only.

    public void write(String text) {
        document = text;
    }

    public void call(String name) {
        label = name;
    }

    public void startFrom(@Nullable Integer published) {
        baseVersion = published;
    }

    public void touch(OffsetDateTime at, String by) {
        changedAt = at;
        actorName = by;
    }
}
