package io.steadfast.ledger;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.steadfast.ledger.AdjustmentService.Adjustment;
import io.steadfast.ledger.AdjustmentService.Kind;
import io.steadfast.shared.MemberId;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AdjustmentServiceTest {

    @Test
    void goodwill_never_takes_and_nothing_adjusts_by_nought() {
        assertThatThrownBy(() -> adjustment(Kind.GOODWILL, -1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> adjustment(Kind.CORRECTION, 0)).isInstanceOf(IllegalArgumentException.class);
        adjustment(Kind.CORRECTION, -1);
    }

    private static Adjustment adjustment(Kind kind, long points) {
        return new Adjustment(
                new MemberId(new UUID(1, 1)),
                Optional.empty(),
                kind,
                points,
                "LATE_PARCEL",
                "Called.",
                Optional.empty());
    }
}
