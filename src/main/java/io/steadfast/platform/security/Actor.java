package io.steadfast.platform.security;

import io.steadfast.platform.refusals.Refusal;
import java.util.Set;

/**
 * Who is calling.
 *
 * @param id of the person, key or job; stands in the audit trail
 * @param name as people know it: a person's name, a key's label, a job's kind
 * @param permissions what a person may do; empty for a key
 * @param scopes what a key may do; empty for a person
 * @param stores the codes of the stores the actor is held to; empty means every store
 */
public record Actor(
        Kind kind, String id, String name, Set<Permission> permissions, Set<Scope> scopes, Set<String> stores) {

    /** What sort of caller. */
    public enum Kind {
        PERSON,
        KEY,
        JOB,
        OPERATOR
    }

    public Actor {
        permissions = Set.copyOf(permissions);
        scopes = Set.copyOf(scopes);
        stores = Set.copyOf(stores);
    }

    /** Work the product does by itself, named by its kind. */
    public static Actor job(String kind) {
        return new Actor(Kind.JOB, kind, kind, Set.of(), Set.of(), Set.of());
    }

    /** Who runs the platform, by the id of their platform key or their own. */
    public static Actor operator(String id, String name) {
        return new Actor(Kind.OPERATOR, id, name, Set.of(), Set.of(), Set.of());
    }

    /** Kind and id in one word, as in {@code PERSON:id}: what is kept where two callers have to be told apart. */
    public String named() {
        return kind + ":" + id;
    }

    public boolean may(Permission permission) {
        return permissions.contains(permission);
    }

    /** Refuses NOT_PERMITTED a person without the permission; keys and jobs were judged at their own doors. */
    public void must(Permission permission) {
        if (kind == Kind.PERSON && !may(permission)) {
            throw new Refusal(SecurityRefusal.NOT_PERMITTED);
        }
    }

    public boolean has(Scope scope) {
        return scopes.contains(scope);
    }

    /** Whether the actor may act for this store. */
    public boolean servesStore(String store) {
        return stores.isEmpty() || stores.contains(store);
    }
}
