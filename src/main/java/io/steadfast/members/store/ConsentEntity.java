package io.steadfast.members.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.OffsetDateTime;
import java.util.UUID;

/** One yes or no; never changed. */
@Entity
@Table(name = "consent")
public class ConsentEntity {

    @Id
    @Column(name = "consent_id")
    public UUID id;

    @Column(name = "member_id")
    public UUID memberId;

    public String purpose;

    public String channel;

    public boolean granted;

    @Column(name = "given_at")
    public OffsetDateTime givenAt;

    public String source;

    @Column(name = "text_version")
    public String textVersion;

    @Column(name = "recorded_at")
    public OffsetDateTime recordedAt;
}
