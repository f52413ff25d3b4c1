package io.steadfast.platform.security;

/** What a person may do; screens and their services ask for one of these, never for a role. */
public enum Permission {
    /** Find a member, see profile, balance and statement. */
    MEMBERS_VIEW,
    /** Enrol members and change their profile and consents. */
    MEMBERS_EDIT,
    /** Erase or merge members, and hand out all that is known of one. */
    MEMBERS_ERASE,
    /** Put right what a member has, beyond a gift: move ends, set a tier, block. Nobody's who works in a store. */
    MEMBERS_CORRECT,
    /** Give or take points by hand. */
    POINTS_ADJUST,
    /** Redeem points for a member who is present or on the phone. */
    POINTS_REDEEM,
    /** Judge activities that wait in review. */
    ACTIVITIES_REVIEW,
    PROGRAMS_VIEW,
    /** Change drafts. */
    PROGRAMS_EDIT,
    /** Put a version in force. */
    PROGRAMS_PUBLISH,
    REWARDS_EDIT,
    VOUCHERS_USE,
    MEMBERSHIPS_EDIT,
    CHARITIES_EDIT,
    SETTLEMENTS_RUN,
    EXTENSIONS_REQUEST,
    /** Approve what somebody else requested. */
    EXTENSIONS_APPROVE,
    REPORTS_VIEW,
    EXPORTS_RUN,
    IMPORTS_RUN,
    /** Close an accounting month. */
    PERIODS_CLOSE,
    /** The store screen. */
    STORE_SERVE,
    STORES_EDIT,
    /** Make a till of a browser and give staff their numbers. */
    TILLS_EDIT,
    /** Invite people, give roles, lock people out. */
    PEOPLE_EDIT,
    /** Make, rotate and revoke API keys and webhook endpoints. */
    KEYS_EDIT,
    AUDIT_VIEW
}
