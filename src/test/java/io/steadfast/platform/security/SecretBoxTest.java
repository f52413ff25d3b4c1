package io.steadfast.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SecretBoxTest {

    private static final byte[] SECRET = "a secret of thirty-two letters..".getBytes(StandardCharsets.UTF_8);
    private static final String FIRST = key(1);
    private static final String SECOND = key(2);

    private static String key(int filling) {
        byte[] bytes = new byte[32];
        Arrays.fill(bytes, (byte) filling);
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static SecretBox box(String setting) {
        SecretBox box = new SecretBox();
        box.setting = Optional.of(setting);
        box.read();
        return box;
    }

    @Test
    void aSealedSecretOpensForItsOwnerAndShowsNothingOfItself() {
        SecretBox box = box(FIRST);
        SecretBox.Sealed sealed = box.seal(SECRET, "endpoint 1");
        assertThat(box.open(sealed, "endpoint 1")).isEqualTo(SECRET);
        assertThat(new String(sealed.bytes(), StandardCharsets.ISO_8859_1)).doesNotContain("secret");
        assertThat(box.seal(SECRET, "endpoint 1").bytes())
                .as("another nonce each time")
                .isNotEqualTo(sealed.bytes());
    }

    @Test
    void itOpensForNobodyElseAndNotWhenItWasChanged() {
        SecretBox box = box(FIRST);
        SecretBox.Sealed sealed = box.seal(SECRET, "endpoint 1");
        assertThatThrownBy(() -> box.open(sealed, "endpoint 2")).isInstanceOf(IllegalStateException.class);
        byte[] changed = sealed.bytes();
        changed[changed.length - 1] ^= 1;
        assertThatThrownBy(() -> box.open(new SecretBox.Sealed(sealed.keyId(), changed), "endpoint 1"))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void afterAChangeOfKeysTheFormerOneStillOpensAndTheNewOneSeals() {
        SecretBox.Sealed before = box(FIRST).seal(SECRET, "endpoint 1");
        SecretBox changed = box(SECOND + ", " + FIRST);
        assertThat(changed.open(before, "endpoint 1")).isEqualTo(SECRET);
        SecretBox.Sealed after = changed.seal(SECRET, "endpoint 1");
        assertThat(after.keyId()).isEqualTo(changed.present()).isNotEqualTo(before.keyId());
        assertThat(box(SECOND).open(after, "endpoint 1")).isEqualTo(SECRET);
        assertThat(box(SECOND).knows(before.keyId())).isFalse();
        assertThatThrownBy(() -> box(SECOND).open(before, "endpoint 1"))
                .hasMessageContaining(before.keyId())
                .hasMessageContaining("STEADFAST_SECRETS_KEY");
    }

    @Test
    void whatIsNoKeyIsRefusedWithoutBeingShown() {
        for (String wrong : new String[] {"hunter2", "", FIRST + ",", "AAAA"}) {
            assertThatThrownBy(() -> box(wrong))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("STEADFAST_SECRETS_KEY is to be 32 random bytes in Base64");
        }
        assertThatThrownBy(() -> new SecretBox().seal(SECRET, "endpoint 1"))
                .hasMessage("STEADFAST_SECRETS_KEY is not set");
    }
}
