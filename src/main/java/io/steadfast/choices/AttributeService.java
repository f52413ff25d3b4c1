package io.steadfast.choices;

import io.steadfast.choices.core.AttributeCheck;
import io.steadfast.choices.core.AttributeDefinition;
import io.steadfast.choices.core.AttributeSubject;
import io.steadfast.choices.core.AttributeWriter;
import io.steadfast.choices.core.ChoiceRefusal;
import io.steadfast.choices.core.Codes;
import io.steadfast.choices.store.AttributeRepository;
import io.steadfast.platform.audit.AuditTrail;
import io.steadfast.platform.refusals.FieldErrors;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.platform.rest.Versions;
import io.steadfast.platform.security.Actor;
import io.steadfast.platform.security.CurrentActor;
import io.steadfast.platform.time.TenantClock;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** The attributes that the tenant declares for members, lines and activities. */
@Stateless
public class AttributeService {

    private static final int MOST = 200;

    @Inject
    private AttributeRepository attributes;

    @Inject
    private TenantClock clock;

    @Inject
    private CurrentActor actor;

    @Inject
    private AuditTrail audit;

    /**
     * Declares an attribute.
     *
     * <p>Refuses {@code CODE_NOT_VALID}, {@code VALUES_DONT_FIT_TYPE} (400), {@code ATTRIBUTE_EXISTS} (409) and {@code
     * TOO_MANY_DECLARED} (422, more than 200 of one subject).
     */
    public AttributeDefinition declare(AttributeDefinition wanted) {
        if (!Codes.isAttribute(wanted.name())) {
            throw FieldErrors.one("name", ChoiceRefusal.CODE_NOT_VALID);
        }
        refuseOtherValues(wanted);
        if (attributes.of(wanted.subject()).size() >= MOST) {
            throw new Refusal(ChoiceRefusal.TOO_MANY_DECLARED, Map.of("most", MOST));
        }
        if (!attributes.add(wanted, clock.now())) {
            throw new Refusal(ChoiceRefusal.ATTRIBUTE_EXISTS, Map.of("attribute", wanted.name()));
        }
        audit.record("attribute.declared", "attribute", path(wanted), null, wanted);
        return known(wanted.subject(), wanted.name());
    }

    public Optional<AttributeDefinition> find(AttributeSubject subject, String name) {
        return attributes.find(subject, name);
    }

    /** Definitions by subject and name after the given ones, {@code ""} for the first, at most so many. */
    public List<AttributeDefinition> list(String afterSubject, String afterName, int most) {
        return attributes.page(afterSubject, afterName, most);
    }

    /** Everything declared of a subject, by name; at most 200. */
    public List<AttributeDefinition> of(AttributeSubject subject) {
        return attributes.of(subject);
    }

    /**
     * Changes values, privacy and writers; subject, name and type stay.
     *
     * <p>Refuses {@code VALUES_DONT_FIT_TYPE} (400), {@code ATTRIBUTE_UNKNOWN} (404) and one that was changed since its version
     * was read (412).
     */
    public AttributeDefinition change(AttributeDefinition wanted) {
        AttributeDefinition before = known(wanted.subject(), wanted.name());
        Versions.same(before.version(), wanted.version());
        refuseOtherValues(wanted);
        if (!attributes.change(wanted, clock.now())) {
            Versions.same(known(wanted.subject(), wanted.name()).version(), wanted.version());
        }
        audit.record("attribute.changed", "attribute", path(wanted), before, wanted);
        return known(wanted.subject(), wanted.name());
    }

    /** Adds to the errors, at {@code attributes.<name>}, what of a change doesn't fit the declarations or isn't the caller's to write. */
    public void check(
            AttributeSubject subject,
            Map<String, List<String>> before,
            Map<String, List<String>> after,
            FieldErrors errors) {
        if (before.equals(after)) {
            return;
        }
        AttributeWriter writer =
                actor.known().filter(each -> each.kind() == Actor.Kind.PERSON).isPresent()
                        ? AttributeWriter.STAFF
                        : AttributeWriter.API;
        new AttributeCheck(attributes.of(subject))
                .troubles(before, after, writer)
                .forEach(trouble -> errors.add("attributes." + trouble.name(), trouble.reason(), trouble.details()));
    }

    /** Names of members' attributes that say nothing personal, in one round trip with whatever else is asked. */
    public Supplier<Set<String>> askOpen() {
        return attributes.askOpen();
    }

    private AttributeDefinition known(AttributeSubject subject, String name) {
        return attributes.find(subject, name).orElseThrow(() -> new Refusal(ChoiceRefusal.ATTRIBUTE_UNKNOWN));
    }

    private static void refuseOtherValues(AttributeDefinition wanted) {
        boolean needed = wanted.type().isChoice();
        if (needed == wanted.values().isEmpty()) {
            throw FieldErrors.one("values", ChoiceRefusal.VALUES_DONT_FIT_TYPE);
        }
    }

    private static String path(AttributeDefinition definition) {
        return definition.subject() + "/" + definition.name();
    }
}
