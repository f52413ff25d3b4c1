package io.steadfast.referrals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.steadfast.accrual.Shop;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.referrals.core.ReferralRefusal;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.ProgramCode;
import io.steadfast.support.ContainerTest;
import jakarta.inject.Inject;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Codes: one for each member and program, made on the first look. */
class CodeServiceIT extends ContainerTest {

    private static final String START = "2026-01-01T00:00:00Z";

    @Inject
    Shop shop;

    @Inject
    CodeService codes;

    @Test
    void twelve_looks_at_once_make_one_code_and_another_member_has_another() {
        shop.open("2026-03-01T10:00:00Z");
        ProgramCode program = shop.publish("P14", START);
        MemberId anna = shop.member("anna", START, program);
        MemberId ben = shop.member("ben", START, program);
        assertThat(Shop.atOnce(12, number -> shop.call(() -> codes.code(anna, Optional.empty()))))
                .allSatisfy(code -> assertThat(code.code()).hasSize(8))
                .containsOnly(shop.call(() -> codes.code(anna, Optional.of(program))));
        assertThat(shop.call(() -> codes.code(ben, Optional.empty())).code())
                .isNotEqualTo(
                        shop.call(() -> codes.code(anna, Optional.empty())).code());
        assertThat(shop.number("SELECT count(*) FROM referral_code")).isEqualTo(2);
    }

    @Test
    void where_members_bring_no_friends_there_is_no_code() {
        shop.open("2026-03-01T10:00:00Z");
        MemberId anna = shop.member("anna", START, shop.publish("P1", START));
        assertThat(shop.call(() -> codes.codes(anna))).isEmpty();
        assertThatThrownBy(() -> shop.call(() -> codes.code(anna, Optional.empty())))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.reason()).isEqualTo(ReferralRefusal.REFERRAL_NOT_OFFERED));
    }
}
