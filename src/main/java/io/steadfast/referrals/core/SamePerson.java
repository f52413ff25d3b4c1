package io.steadfast.referrals.core;

import io.steadfast.members.core.IdentityKind;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether a friend is the member who brings them: by phone, e-mail or card, those of former days too. */
public final class SamePerson {

    /** Of those the addresses are one mailbox with and without dots. */
    private static final Set<String> WITHOUT_DOTS = Set.of("gmail.com", "googlemail.com");

    private static final Map<IdentityKind, ReferralRefusal> REASONS = Map.of(
            IdentityKind.PHONE, ReferralRefusal.REFERRAL_SAME_PHONE,
            IdentityKind.EMAIL, ReferralRefusal.REFERRAL_SAME_EMAIL,
            IdentityKind.CARD, ReferralRefusal.REFERRAL_SAME_CARD);

    private SamePerson() {}

    /**
     * Why it is the same person; empty where it isn't.
     *
     * @param friend in their kept form
     * @param referrer everything they are or were recognised by
     */
    public static Optional<ReferralRefusal> refusal(
            Map<IdentityKind, String> friend, Map<IdentityKind, Set<String>> referrer) {
        return REASONS.keySet().stream()
                .sorted()
                .filter(kind -> friend.containsKey(kind)
                        && bare(kind, referrer.getOrDefault(kind, Set.of()))
                                .contains(bare(kind, friend.getOrDefault(kind, ""))))
                .map(REASONS::get)
                .findFirst();
    }

    private static Set<String> bare(IdentityKind kind, Set<String> values) {
        return values.stream().map(value -> bare(kind, value)).collect(Collectors.toSet());
    }

    /** An address without what its owner may put in at will: {@code anna+shop@example.com} is Anna's too. */
    private static String bare(IdentityKind kind, String value) {
        int at = value.lastIndexOf('@');
        if (kind != IdentityKind.EMAIL || at < 0) {
            return value;
        }
        String domain = value.substring(at + 1);
        String mailbox = value.substring(0, at);
        int plus = mailbox.indexOf('+');
        String own = plus > 0 ? mailbox.substring(0, plus) : mailbox;
        boolean dotless = WITHOUT_DOTS.contains(domain);
        return (dotless ? own.replace(".", "") + "@gmail.com" : own + "@" + domain);
    }
}
