package io.steadfast.referrals.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.steadfast.members.core.IdentityKind;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who is the member who brings them. */
class SamePersonTest {

    private static final Map<IdentityKind, Set<String>> ANNA = Map.of(
            IdentityKind.PHONE, Set.of("+447700900201", "+447700900202"),
            IdentityKind.EMAIL, Set.of("anna@example.com", "anna.b@gmail.com"),
            IdentityKind.CARD, Set.of("79927398713"),
            IdentityKind.EXTERNAL_ID, Set.of("1"));

    @Test
    void each_kind_has_its_reason_and_former_ones_count() {
        assertThat(refusal(IdentityKind.PHONE, "+447700900202")).contains(ReferralRefusal.REFERRAL_SAME_PHONE);
        assertThat(refusal(IdentityKind.EMAIL, "anna@example.com")).contains(ReferralRefusal.REFERRAL_SAME_EMAIL);
        assertThat(refusal(IdentityKind.CARD, "79927398713")).contains(ReferralRefusal.REFERRAL_SAME_CARD);
    }

    @Test
    void a_mailbox_is_one_whatever_its_owner_puts_in() {
        assertThat(refusal(IdentityKind.EMAIL, "anna+friend@example.com"))
                .contains(ReferralRefusal.REFERRAL_SAME_EMAIL);
        assertThat(refusal(IdentityKind.EMAIL, "annab+1@googlemail.com")).contains(ReferralRefusal.REFERRAL_SAME_EMAIL);
        assertThat(refusal(IdentityKind.EMAIL, "an.na@example.com")).isEmpty();
        assertThat(refusal(IdentityKind.EMAIL, "+anna@example.com")).isEmpty();
    }

    @Test
    void somebody_else_is_nobody_else() {
        assertThat(refusal(IdentityKind.PHONE, "+447700900203")).isEmpty();
        assertThat(refusal(IdentityKind.EXTERNAL_ID, "1")).isEmpty();
        assertThat(SamePerson.refusal(Map.of(), ANNA)).isEmpty();
        assertThat(SamePerson.refusal(Map.of(IdentityKind.PHONE, "+447700900201"), Map.of()))
                .isEmpty();
    }

    private static Optional<ReferralRefusal> refusal(IdentityKind kind, String value) {
        return SamePerson.refusal(Map.of(kind, value), ANNA);
    }
}
