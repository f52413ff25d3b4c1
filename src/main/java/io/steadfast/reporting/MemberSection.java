package io.steadfast.reporting;

import java.util.Locale;

/** The parts of what is known of a member, in the order they are told. */
public enum MemberSection {
    MEMBER,
    IDENTITIES,
    CONSENTS,
    PROGRAMS,
    TERMS,
    NOTES,
    ENTRIES,
    LOTS,
    ORDERS,
    ACTIVITIES,
    REVIEWS,
    EARNED_TIERS,
    TIERS,
    MEMBERSHIPS,
    PAYMENTS,
    REDEMPTIONS,
    VOUCHERS,
    STAMPS,
    DATE_GIFTS,
    CHARITIES,
    DONATIONS,
    FRIEND_CODES,
    FRIENDS,
    NOTICES,
    SERVED;

    /** As the answer calls it, such as {@code earnedTiers}. */
    public String title() {
        String[] words = name().toLowerCase(Locale.ROOT).split("_");
        StringBuilder title = new StringBuilder(words[0]);
        for (int at = 1; at < words.length; at++) {
            title.append(words[at].substring(0, 1).toUpperCase(Locale.ROOT)).append(words[at].substring(1));
        }
        return title.toString();
    }
}
