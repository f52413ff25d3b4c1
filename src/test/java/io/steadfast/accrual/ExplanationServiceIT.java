package io.steadfast.accrual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.steadfast.shared.MemberId;
import io.steadfast.shared.ProgramCode;
import io.steadfast.support.ContainerTest;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ExplanationServiceIT extends ContainerTest {

    @Inject
    Shop shop;

    @Inject
    ExplanationService explanations;

    @Test
    void an_entry_that_no_order_made_has_no_explanation() {
        shop.open("2026-03-14T12:00:00Z");
        ProgramCode program = shop.publish("P1", "2026-01-01T00:00:00Z");
        MemberId member = shop.member("anna", "2026-01-01T00:00:00Z", program);
        UUID nothing = UUID.fromString("01930000-0000-7000-8000-000000000001");
        assertThatThrownBy(() -> shop.call(() -> explanations.explain(member, nothing, Optional.empty())))
                .hasMessageContaining("ENTRY_UNKNOWN");
        assertThat(shop.number("SELECT count(*) FROM proof")).isZero();
    }
}
