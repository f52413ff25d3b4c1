package io.steadfast.platform.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.steadfast.platform.refusals.Refusal;
import io.steadfast.shared.TenantSlug;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CursorTest {

    @Test
    void aCursorComesBackAsItWasGiven() {
        Instant at = Instant.parse("2026-01-31T08:30:00.123456Z");
        UUID id = new UUID(1, 2);
        Cursor back = Cursor.parse(Cursor.of(at, id, 7L, "会员").text());
        assertThat(back.instant(0)).isEqualTo(at);
        assertThat(back.uuid(1)).isEqualTo(id);
        assertThat(back.number(2)).isEqualTo(7);
        assertThat(back.string(3)).isEqualTo("会员");
    }

    @Test
    void aCursorOfAnotherListIsRefused() {
        Cursor other = Cursor.parse(Cursor.of("x").text());
        assertThatThrownBy(() -> other.uuid(0)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> other.number(0)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> other.string(1)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> other.read(0, TenantSlug::new)).isInstanceOf(Refusal.class);
    }

    @Test
    void whatIsNoCursorIsRefusedAndNeverFails() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        String right = Cursor.of(Instant.EPOCH, new UUID(1, 2)).text();
        for (int i = 0; i < 2_000; i++) {
            StringBuilder text = new StringBuilder(right);
            text.setCharAt(random.nextInt(text.length()), (char) (32 + random.nextInt(96)));
            text.setLength(random.nextInt(text.length() + 1));
            String wrong = text.toString();
            assertThat(org.assertj.core.api.Assertions.catchThrowable(
                            () -> Cursor.parse(wrong).string(0)))
                    .as("seed %s, cursor %s", seed, wrong)
                    .satisfiesAnyOf(
                            thrown -> assertThat(thrown).isNull(),
                            thrown -> assertThat(thrown).isInstanceOf(Refusal.class));
        }
    }
}
