package io.steadfast.platform.security;

import static io.steadfast.platform.security.Permission.*;

import java.util.EnumSet;
import java.util.Set;

/** A named set of permissions. A person has one or more roles; those of stores come with the stores they hold for. */
public enum Role {
    OWNER(EnumSet.allOf(Permission.class)),
    MARKETER(EnumSet.of(
            MEMBERS_VIEW,
            PROGRAMS_VIEW,
            PROGRAMS_EDIT,
            PROGRAMS_PUBLISH,
            REWARDS_EDIT,
            CHARITIES_EDIT,
            EXTENSIONS_REQUEST,
            STORES_EDIT,
            REPORTS_VIEW,
            IMPORTS_RUN,
            EXPORTS_RUN)),
    SERVICE_AGENT(EnumSet.of(
            MEMBERS_VIEW,
            MEMBERS_EDIT,
            MEMBERS_ERASE,
            MEMBERS_CORRECT,
            POINTS_ADJUST,
            POINTS_REDEEM,
            ACTIVITIES_REVIEW,
            MEMBERSHIPS_EDIT,
            VOUCHERS_USE,
            PROGRAMS_VIEW,
            EXTENSIONS_REQUEST)),
    STORE_MANAGER(EnumSet.of(
            STORE_SERVE,
            TILLS_EDIT,
            MEMBERS_VIEW,
            MEMBERS_EDIT,
            POINTS_ADJUST,
            POINTS_REDEEM,
            VOUCHERS_USE,
            PROGRAMS_VIEW,
            REPORTS_VIEW)),
    STORE_STAFF(EnumSet.of(STORE_SERVE, MEMBERS_VIEW, MEMBERS_EDIT, POINTS_REDEEM, VOUCHERS_USE)),
    FINANCE(EnumSet.of(
            MEMBERS_VIEW,
            PROGRAMS_VIEW,
            SETTLEMENTS_RUN,
            EXTENSIONS_APPROVE,
            PERIODS_CLOSE,
            REPORTS_VIEW,
            EXPORTS_RUN,
            AUDIT_VIEW)),
    ANALYST(EnumSet.of(PROGRAMS_VIEW, REPORTS_VIEW, EXPORTS_RUN));

    private final Set<Permission> permissions;

    Role(Set<Permission> permissions) {
        this.permissions = Set.copyOf(permissions);
    }

    public Set<Permission> permissions() {
        return permissions;
    }

    /** Whether this role is held for stores: without a store named it serves none. */
    public boolean ofStores() {
        return this == STORE_MANAGER || this == STORE_STAFF;
    }

    /** Whether the role opens the console; the others work on the store screen only. */
    public boolean opensConsole() {
        return this != STORE_STAFF;
    }
}
