package io.steadfast.imports.core;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What a file is about, with the fields its columns may stand for. */
public enum ImportKind {
    MEMBERS(
            List.of(),
            List.of(
                    "externalId",
                    "phone",
                    "email",
                    "cardNumber",
                    "name",
                    "birthday",
                    "locale",
                    "joinedAt",
                    "homeStore",
                    "kind",
                    "employee")),
    ORDERS(
            List.of("reference", "occurredAt", "amount"),
            List.of(
                    "currency",
                    "store",
                    "channel",
                    "sku",
                    "name",
                    "category",
                    "brand",
                    "quantity",
                    "discount",
                    "tax",
                    "status")),
    BALANCES(List.of("points", "earnedAt"), List.of("wallet", "expiresAt", "reference")),
    TIERS(List.of("tier", "until"), List.of("set")),
    MEMBERSHIPS(List.of("plan", "startedAt"), List.of("interval", "paidAt", "paidAmount", "paidReference"));

    /** Whom a row is about, the first that is filled counts. */
    public static final List<String> MEMBER =
            List.of("member.id", "member.externalId", "member.phone", "member.email", "member.card");

    /** A column for an attribute of members is named by it, as in {@code attributes.shoe}. */
    public static final String ATTRIBUTE = "attributes.";

    private static final int LONGEST_FIELD = 100;

    private final List<String> required;
    private final List<String> optional;

    ImportKind(List<String> required, List<String> optional) {
        this.required = required;
        this.optional = optional;
    }

    /** Fields without which a file of this kind can't be read. */
    public List<String> required() {
        return required;
    }

    /** Every field, the required ones first. */
    public Set<String> fields() {
        Set<String> all = new LinkedHashSet<>(required);
        if (this != MEMBERS) {
            all.addAll(MEMBER);
        }
        all.addAll(optional);
        return all;
    }

    public boolean knows(String field) {
        return fields().contains(field) || (this == MEMBERS && isAttribute(field));
    }

    /** The name itself is kept beside what is wrong with its cell. */
    private static boolean isAttribute(String field) {
        return field.startsWith(ATTRIBUTE)
                && field.length() <= LONGEST_FIELD
                && field.chars().noneMatch(Character::isISOControl);
    }
}
