package io.steadfast.imports;

import io.steadfast.imports.core.ImportRefusal;
import io.steadfast.imports.core.RowRefused;
import io.steadfast.members.MemberService;
import io.steadfast.members.core.Arrival;
import io.steadfast.members.core.IdentityKind;
import io.steadfast.shared.MemberId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Whom a row names, by the key it was staged with. */
@ApplicationScoped
class NamedInRow {

    private static final Map<String, IdentityKind> IDENTITIES = Map.of(
            "member.externalId", IdentityKind.EXTERNAL_ID,
            "member.phone", IdentityKind.PHONE,
            "member.email", IdentityKind.EMAIL,
            "member.card", IdentityKind.CARD,
            "externalId", IdentityKind.EXTERNAL_ID,
            "phone", IdentityKind.PHONE,
            "email", IdentityKind.EMAIL,
            "cardNumber", IdentityKind.CARD);

    @Inject
    MemberService members;

    /** The member; empty where the row names nobody. Refuses somebody unknown. */
    Optional<MemberId> named(String memberKey) {
        if (memberKey.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                found(memberKey).orElseThrow(() -> new RowRefused(field(memberKey), ImportRefusal.NOBODY_FOUND)));
    }

    /** The member, if there is one. */
    Optional<MemberId> found(String memberKey) {
        String value = value(memberKey);
        IdentityKind kind = IDENTITIES.get(field(memberKey));
        if (kind != null) {
            return members.identified(kind, value);
        }
        try {
            return members.find(new MemberId(UUID.fromString(value))).map(member -> member.id());
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }

    /** Somebody to be made a member; empty where an id names them, which only we give. */
    static Optional<Arrival> arrival(String memberKey, Instant joinedAt) {
        return Optional.ofNullable(IDENTITIES.get(field(memberKey)))
                .map(kind -> new Arrival(kind, value(memberKey), joinedAt));
    }

    private static String field(String memberKey) {
        return memberKey.substring(0, Math.max(0, memberKey.indexOf('=')));
    }

    private static String value(String memberKey) {
        return memberKey.substring(memberKey.indexOf('=') + 1);
    }
}
