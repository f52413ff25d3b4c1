package io.steadfast.programs.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.io.Serial;
import java.io.Serializable;
import java.time.OffsetDateTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A published version; never changed. */
@Entity
@Table(name = "program_version")
@IdClass(ProgramVersionEntity.Key.class)
@NamedQuery(
        name = "ProgramVersion.ofProgram",
        query = "SELECT v FROM ProgramVersionEntity v WHERE v.program = :program ORDER BY v.version DESC")
@NamedQuery(
        name = "ProgramVersion.index",
        query = "SELECT v.program, v.version, v.effectiveFrom FROM ProgramVersionEntity v"
                + " WHERE v.program IN :programs AND NOT EXISTS (SELECT w.version FROM ProgramWithdrawalEntity w"
                + " WHERE w.program = v.program AND w.version = v.version) ORDER BY v.program, v.version DESC")
public class ProgramVersionEntity {

    @Id
    public String program;

    @Id
    public int version;

    public String document;

    @Column(name = "effective_from")
    public OffsetDateTime effectiveFrom;

    @Column(name = "published_at")
    public OffsetDateTime publishedAt;

    @Column(name = "recorded_at")
    public OffsetDateTime recordedAt;

    @Column(name = "actor_name")
    public String actorName;

    /** Program and number. */
    public static class Key implements Serializable {

        @Serial
        private static final long serialVersionUID = 1L;

        public @Nullable String program;

        public int version;

        public Key() {}

        Key(String program, int version) {
            this.program = program;
            this.version = version;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key && key.version == version && Objects.equals(key.program, program);
        }

        @Override
        public int hashCode() {
            return Objects.hash(program, version);
        }
    }
}
