package io.steadfast.imports.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.steadfast.imports.core.ImportRefusal;
import io.steadfast.platform.refusals.Refusal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UploadFilterTest {

    @ParameterizedTest
    @ValueSource(strings = {"1074790401", "9999999999", "99999999999999999999999"})
    void a_form_that_says_it_is_too_large_is_refused(String length) {
        assertThatThrownBy(() -> UploadFilter.refuseTooLarge(length))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.reason()).isEqualTo(ImportRefusal.FILE_TOO_LARGE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1074790400", "0", "", "many", "-1"})
    void every_other_length_is_left_to_the_form_itself(String length) {
        assertThatCode(() -> UploadFilter.refuseTooLarge(length)).doesNotThrowAnyException();
    }
}
