package io.steadfast.members;

import io.steadfast.members.core.CardNumber;
import io.steadfast.members.core.IdentityKind;
import io.steadfast.members.core.Member;
import io.steadfast.members.core.MemberRefusal;
import io.steadfast.members.core.Person;
import io.steadfast.members.core.SearchKeys;
import io.steadfast.members.store.MemberKeys;
import io.steadfast.members.store.MemberRepository;
import io.steadfast.members.store.MergeRows;
import io.steadfast.platform.refusals.FieldError;
import io.steadfast.platform.refusals.FieldErrors;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.shared.MemberId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Gives identities to members and takes them away, so that each belongs to one member at a time. */
@ApplicationScoped
class IdentityDesk {

    private final SecureRandom random = new SecureRandom();

    @Inject
    private MemberRepository members;

    @Inject
    private MemberKeys keys;

    @Inject
    private MergeRows merges;

    /** The identities with a drawn card number where there is none. */
    Map<IdentityKind, String> withCard(Map<IdentityKind, String> identities) {
        Map<IdentityKind, String> all = new EnumMap<>(IdentityKind.class);
        all.putAll(identities);
        all.computeIfAbsent(IdentityKind.CARD, kind -> drawnCard());
        return all;
    }

    /** Among a thousand million million: a second draw is for the books of chance, the unique index for the rest. */
    private String drawnCard() {
        StringBuilder digits = new StringBuilder();
        digits.append((char) ('1' + random.nextInt(9)));
        while (digits.length() < CardNumber.DRAWN_DIGITS) {
            digits.append((char) ('0' + random.nextInt(10)));
        }
        return CardNumber.withCheckDigit(digits.toString());
    }

    /** Changed identities in their kept form; those to be ended stay empty. */
    Map<IdentityKind, Optional<String>> read(
            Map<IdentityKind, Optional<String>> entered, String region, FieldErrors errors) {
        Map<IdentityKind, String> given = new EnumMap<>(IdentityKind.class);
        Map<IdentityKind, Optional<String>> read = new EnumMap<>(IdentityKind.class);
        entered.forEach((kind, value) ->
                value.ifPresentOrElse(text -> given.put(kind, text), () -> read.put(kind, Optional.empty())));
        IdentityReader.read(given, region, errors).forEach((kind, value) -> read.put(kind, Optional.of(value)));
        return read;
    }

    /** Refuses identities that are another member's, each by its field. */
    void refuseTaken(MemberId member, Map<IdentityKind, String> identities) {
        refuse(identities.entrySet().stream()
                .filter(identity -> members.owner(identity.getKey(), identity.getValue())
                        .filter(owner -> !owner.equals(member))
                        .isPresent())
                .map(Map.Entry::getKey)
                .toList());
    }

    /** Refuses {@code IDENTITY_TAKEN} (409) where there is any, by its field. */
    static void refuse(List<IdentityKind> taken) {
        if (!taken.isEmpty()) {
            throw new Refusal(
                    MemberRefusal.IDENTITY_TAKEN,
                    Map.of("field", taken.get(0).field()),
                    taken.stream()
                            .map(kind -> new FieldError(kind.field(), MemberRefusal.IDENTITY_TAKEN, Map.of()))
                            .toList());
        }
    }

    /** Ends what is replaced, adds what is new, and gives all that stands then. */
    Map<IdentityKind, String> replace(Member before, Map<IdentityKind, Optional<String>> changed, Instant now) {
        Map<IdentityKind, String> own = new EnumMap<>(IdentityKind.class);
        own.putAll(before.identities());
        Map<IdentityKind, String> added = new EnumMap<>(IdentityKind.class);
        changed.forEach((kind, value) -> {
            if (!value.equals(before.identity(kind))) {
                members.endIdentity(before.id(), kind, now);
                own.remove(kind);
                value.ifPresent(text -> added.put(kind, text));
            }
        });
        refuseTaken(before.id(), added);
        added.forEach((kind, value) -> members.addIdentity(before.id(), kind, value, now));
        own.putAll(added);
        return own;
    }

    /** Writes identities and what the member is found by. */
    void write(MemberId member, Map<IdentityKind, String> own, Person person) {
        flush();
        Map<SearchKeys.Kind, Set<String>> all = SearchKeys.of(own, person.name().orElse(""));
        for (MergeRows.Brought brought : merges.brought(member)) {
            SearchKeys.of(Map.of(brought.kind(), brought.value()), "")
                    .forEach((kind, keys) -> all.merge(kind, keys, IdentityDesk::both));
        }
        keys.replace(member.value(), all);
    }

    private static Set<String> both(Set<String> some, Set<String> others) {
        Set<String> all = new TreeSet<>(some);
        all.addAll(others);
        return all;
    }

    /** Two at once may have seen the identity free: the index lets one of them have it. */
    void flush() {
        if (!members.written()) {
            throw new Refusal(MemberRefusal.IDENTITY_TAKEN);
        }
    }
}
