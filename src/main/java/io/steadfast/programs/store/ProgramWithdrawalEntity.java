package io.steadfast.programs.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.OffsetDateTime;

/** That a version was taken back before it began; never changed. */
@Entity
@Table(name = "program_withdrawal")
@IdClass(ProgramVersionEntity.Key.class)
public class ProgramWithdrawalEntity {

    @Id
    public String program;

    @Id
    public int version;

    @Column(name = "withdrawn_at")
    public OffsetDateTime withdrawnAt;

    @Column(name = "recorded_at")
    public OffsetDateTime recordedAt;

    @Column(name = "actor_name")
    public String actorName;
}
