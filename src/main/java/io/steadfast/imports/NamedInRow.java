package io.steadfast.imports;

import io.steadfast.imports.core.ImportRefusal;
import io.steadfast.imports.core.RowRefused;
import io.steadfast.imports.core.StagedRow;
import io.steadfast.members.KnownIdentities;
import io.steadfast.members.MemberService;
import io.steadfast.members.OwnCard;
import io.steadfast.members.core.Arrival;
import io.steadfast.members.core.IdentityKind;
import io.steadfast.shared.MemberId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

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

    @Inject
    KnownIdentities identities;

    @Inject
    OwnCard ownCard;

    /** The member something is done for. Refuses somebody unknown, and OWN_CARD the person who asked for the import. */
    MemberId served(Occasion occasion, StagedRow row) {
        String key = row.memberKey();
        MemberId member = found(key).orElseThrow(() -> new RowRefused(field(key), ImportRefusal.NOBODY_FOUND));
        occasion.person().ifPresent(person -> ownCard.refuse(person, member));
        return member;
    }

    /** Refuses OWN_CARD where the row is about the person who asked for the import. */
    void refuseOwn(Occasion occasion, StagedRow row) {
        occasion.person()
                .ifPresent(person -> found(row.memberKey()).ifPresent(member -> ownCard.refuse(person, member)));
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

    /** Those of the keys that somebody has, in a question for each kind of identity. */
    Set<String> known(List<String> memberKeys) {
        Map<IdentityKind, Set<String>> byKind = new EnumMap<>(IdentityKind.class);
        memberKeys.forEach(key -> Optional.ofNullable(IDENTITIES.get(field(key)))
                .ifPresent(kind ->
                        byKind.computeIfAbsent(kind, any -> new HashSet<>()).add(value(key))));
        byKind.replaceAll((kind, values) -> identities.owners(kind, values).keySet());
        return memberKeys.stream()
                .filter(key -> byKind.getOrDefault(IDENTITIES.get(field(key)), Set.of())
                        .contains(value(key)))
                .collect(Collectors.toSet());
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
