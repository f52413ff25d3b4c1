package io.steadfast.accrual.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.steadfast.support.ClientTest;
import org.junit.jupiter.api.Test;

class SkippedRulesResourceIT extends ClientTest {

    @Test
    void a_skipped_rule_says_why_in_both_languages_and_nobody_elses_are_seen() {
        Till till = Till.open();
        JsonNode receipt = till.api()
                .put("/orders/shop/1001", Till.order("anna", 0))
                .expect(201)
                .json();
        String path = "/members/" + receipt.path("memberId").asText() + "/receipts/"
                + receipt.path("receiptId").asText() + "/skipped";
        JsonNode english =
                till.api().get(path + "?locale=en").expect(200).json().path("items");
        assertThat(english).isNotEmpty();
        assertThat(english).allSatisfy(each -> {
            assertThat(each.path("sentence").asText()).isNotBlank();
            assertThat(each.path("lines")).isNotEmpty();
            assertThat(each.path("proof").path("reasons")).isNotEmpty();
        });
        JsonNode chinese =
                till.api().get(path + "?locale=zh-CN").expect(200).json().path("items");
        assertThat(chinese).hasSameSizeAs(english);
        assertThat(chinese.get(0).path("sentence").asText())
                .isNotEqualTo(english.get(0).path("sentence").asText());
        assertThat(Till.open().api().get(path).expect(200).json().path("items")).isEmpty();
    }
}
