package io.steadfast.members.store;

import io.steadfast.members.core.MemberStatus;
import io.steadfast.members.core.Person;
import io.steadfast.members.core.Person.Employment;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A member's own row. */
@Entity
@Table(name = "member")
public class MemberEntity {

    @Id
    @Column(name = "member_id")
    public UUID id;

    @Version
    public long version;

    public String status;

    public String kind;

    public boolean employee;

    public @Nullable String name;

    public @Nullable LocalDate birthday;

    /** Empty while it is the one first told. */
    @Column(name = "birthday_changed_at")
    public @Nullable OffsetDateTime birthdayChangedAt;

    public @Nullable String locale;

    @Column(name = "joined_at")
    public OffsetDateTime joinedAt;

    @Column(name = "home_store")
    public @Nullable String homeStore;

    /** JSON: name to list of values. */
    public String attributes;

    @Column(name = "recorded_at")
    public OffsetDateTime recordedAt;

    // Changes go through methods: EclipseLink sees a field that is written in its own class only.

    /** Takes note that the birthday is about to become another one. */
    void birthdayBecomes(@Nullable LocalDate other, OffsetDateTime at) {
        if (!Objects.equals(birthday, other)) {
            birthdayChangedAt = at;
        }
    }

    void describe(Person person, String attributesText) {
        kind = person.kind().name();
        employee = person.employment() == Employment.EMPLOYEE;
        name = person.name().orElse(null);
        birthday = person.birthday().orElse(null);
        locale = person.locale().orElse(null);
        homeStore = person.homeStore().orElse(null);
        attributes = attributesText;
    }

    void become(MemberStatus next) {
        status = next.name();
    }
}
