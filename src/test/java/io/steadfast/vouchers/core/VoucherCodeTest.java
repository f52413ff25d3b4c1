package io.steadfast.vouchers.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class VoucherCodeTest {

    @Test
    void every_one_of_the_eighty_bits_makes_another_code() {
        Set<String> codes = new HashSet<>();
        codes.add(VoucherCode.of(new byte[10]).value());
        for (int bit = 0; bit < 80; bit++) {
            byte[] bytes = new byte[10];
            bytes[bit / 8] = (byte) (1 << bit % 8);
            codes.add(VoucherCode.of(bytes).value());
        }
        assertThat(codes).hasSize(81).allMatch(code -> code.length() == 16);
    }

    @Test
    void a_code_is_read_however_it_was_typed() {
        Random random = new Random(7);
        for (int round = 0; round < 200; round++) {
            byte[] bytes = new byte[10];
            random.nextBytes(bytes);
            VoucherCode code = VoucherCode.of(bytes);
            assertThat(VoucherCode.read(code.shown())).contains(code);
            assertThat(VoucherCode.read(" " + code.shown().toLowerCase(java.util.Locale.ROOT) + " "))
                    .contains(code);
            assertThat(VoucherCode.read(code.value())).contains(code);
            assertThat(code.value()).doesNotContain("0", "O", "1", "I");
            assertThat(code.shown()).matches("(\\w{4}-){3}\\w{4}");
        }
    }

    @Test
    void what_cant_be_a_code_is_none() {
        assertThat(VoucherCode.read("")).isEmpty();
        assertThat(VoucherCode.read("2222-2222-2222-222")).isEmpty();
        assertThat(VoucherCode.read("2222-2222-2222-222O")).isEmpty();
        assertThat(VoucherCode.read("2222-2222-2222-2222-2")).isEmpty();
        assertThatThrownBy(() -> VoucherCode.of(new byte[9])).isInstanceOf(IllegalArgumentException.class);
    }
}
