package io.steadfast.programs.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.OffsetDateTime;

/** A program's code; everything else stands in its versions and drafts. */
@Entity
@Table(name = "program")
@NamedQuery(name = "Program.after", query = "SELECT p FROM ProgramEntity p WHERE p.code > :after ORDER BY p.code")
public class ProgramEntity {

    @Id
    @Column(name = "program")
    public String code;

    @Column(name = "recorded_at")
    public OffsetDateTime recordedAt;
}
