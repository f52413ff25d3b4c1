package io.steadfast.ledger.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.steadfast.support.ClientTest;
import org.junit.jupiter.api.Test;

class PeriodsResourceIT extends ClientTest {

    @Test
    void a_month_closes_once_and_not_before_it_is_over() {
        Till till = Till.withPoints(0);
        till.api.post("/periods/2026-02/close", "").expect(200);
        assertThat(till.api.post("/periods/2026-02/close", "").expect(409).code())
                .isEqualTo("PERIOD_ALREADY_CLOSED");
        assertThat(till.api.post("/periods/2026-01/close", "").expect(409).code())
                .isEqualTo("PERIOD_ALREADY_CLOSED");
        assertThat(till.api.post("/periods/2026-03/close", "").expect(422).code())
                .isEqualTo("PERIOD_NOT_OVER");
        till.api.post("/periods/march/close", "").expect(400);
    }
}
