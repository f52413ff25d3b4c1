package io.steadfast.members;

import static org.assertj.core.api.Assertions.assertThat;

import io.steadfast.members.core.IdentityKind;
import io.steadfast.platform.refusals.FieldError;
import io.steadfast.platform.refusals.FieldErrors;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityReaderTest {

    @ParameterizedTest
    @CsvSource({
        "+44 7700 900123, '', +447700900123",
        "07700 900123, GB, +447700900123",
        "0044 7700 900123, GB, +447700900123",
        "(202) 555-0143, US, +12025550143",
        "138 0013 8000, CN, +8613800138000",
        "+8613800138000, GB, +8613800138000"
    })
    void a_phone_is_kept_in_one_form(String entered, String region, String kept) {
        assertThat(IdentityReader.normalised(IdentityKind.PHONE, entered, region))
                .contains(kept);
    }

    @ParameterizedTest
    @ValueSource(strings = {"07700 900123", "12", "phone", "", "+44 7700 900123 900123 900", "'; DROP TABLE member"})
    void what_is_no_phone_without_a_country_is_none(String entered) {
        assertThat(IdentityReader.normalised(IdentityKind.PHONE, entered, "")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"Ada@Example.COM, ada@example.com", "' a+b@x.io ', a+b@x.io", "李@例子.公司, 李@例子.公司"})
    void an_e_mail_is_kept_in_small_letters(String entered, String kept) {
        assertThat(IdentityReader.normalised(IdentityKind.EMAIL, entered, "")).contains(kept);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ada", "@x.io", "ada@", "a b@x.io", "a@b@c", "a\n@x.io"})
    void what_is_no_e_mail_is_none(String entered) {
        assertThat(IdentityReader.normalised(IdentityKind.EMAIL, entered, "")).isEmpty();
    }

    @Test
    void every_wrong_identity_is_named_by_its_field() {
        FieldErrors errors = new FieldErrors();
        IdentityReader.read(
                Map.of(
                        IdentityKind.PHONE,
                        "x",
                        IdentityKind.EMAIL,
                        "x",
                        IdentityKind.CARD,
                        "x",
                        IdentityKind.EXTERNAL_ID,
                        " "),
                "",
                errors);
        assertThat(errors.all())
                .extracting(FieldError::path)
                .containsExactlyInAnyOrder("phone", "email", "cardNumber", "externalId");
    }
}
