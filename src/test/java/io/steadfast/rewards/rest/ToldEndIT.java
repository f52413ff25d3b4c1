package io.steadfast.rewards.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.steadfast.rewards.RewardTill;
import io.steadfast.support.ClientTest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Until when a tier and the rights of it last is told alike everywhere, and is what will happen if nothing more does. */
class ToldEndIT extends ClientTest {

    private static final String GRACE = "\"grace\":{\"metricDays\":0,\"statusDays\":0}";

    @Test
    void a_tier_that_is_also_set_by_hand_lasts_as_long_as_the_longer_of_both() {
        RewardTill till = RewardTill.open();
        till.order("1", "2026-03-10T12:00:00Z", 100_000);
        assertThat(told(till)).containsExactly("ROUGE", "2028-01-01T08:00:00Z", "2028-01-01T08:00:00Z", "2027-12-31");
        set(till, "VIB", "2030-01-01T08:00:00Z");
        assertThat(told(till))
                .as("a lower tier holds no higher one")
                .containsExactly("ROUGE", "2028-01-01T08:00:00Z", "2028-01-01T08:00:00Z", "2027-12-31");
        set(till, "ROUGE", "2029-01-01T08:00:00Z");
        assertThat(told(till)).containsExactly("ROUGE", "2029-01-01T08:00:00Z", "2029-01-01T08:00:00Z", "2028-12-31");
        till.tenant.moveClock(Instant.parse("2028-06-01T12:00:00Z"));
        assertThat(told(till)).containsExactly("ROUGE", "2029-01-01T08:00:00Z", "2029-01-01T08:00:00Z", "2028-12-31");
        till.tenant.moveClock(Instant.parse("2029-01-01T08:00:00Z"));
        assertThat(told(till)).containsExactly("VIB", "2030-01-01T08:00:00Z", "", "2029-12-31");
    }

    @Test
    void a_tier_in_its_days_of_grace_lasts_until_they_are_over() {
        RewardTill till = RewardTill.open("P2", GRACE, "\"grace\":{\"metricDays\":3,\"statusDays\":5}");
        till.order("1", "2026-03-10T12:00:00Z", 100_000);
        List<String> told = List.of("ROUGE", "2028-01-09T08:00:00Z", "2028-01-09T08:00:00Z", "2028-01-08");
        assertThat(told(till)).isEqualTo(told);
        till.tenant.moveClock(Instant.parse("2028-01-09T07:59:59Z"));
        assertThat(told(till)).isEqualTo(told);
        till.tenant.moveClock(Instant.parse("2028-01-09T08:00:00Z"));
        assertThat(told(till)).containsExactly("INSIDER", "", "", "");
    }

    @Test
    void a_tier_that_is_never_lost_has_no_end() {
        RewardTill till = RewardTill.open("P2", "\"downgrade\":\"full\"", "\"downgrade\":\"none\"");
        till.order("1", "2026-03-10T12:00:00Z", 100_000);
        assertThat(told(till)).containsExactly("ROUGE", "", "", "");
    }

    /** The tier, its end, the end of the hotline that comes with it, and the last day on the member's card. */
    private static List<String> told(RewardTill till) {
        JsonNode tier = answer(till, "/tier").at("/sets/0");
        JsonNode hotline = StreamSupport.stream(
                        answer(till, "/entitlements").path("items").spliterator(), false)
                .filter(right -> right.path("code").asText().equals("hotline"))
                .findFirst()
                .orElse(MissingNode.getInstance());
        JsonNode card = answer(till, "/card");
        return List.of(
                tier.at("/current/code").asText(),
                tier.path("validUntil").asText(),
                hotline.path("until").asText(),
                card.findPath("through").asText());
    }

    private static JsonNode answer(RewardTill till, String of) {
        return till.api.get("/members/" + till.member + of).expect(200).json();
    }

    private static void set(RewardTill till, String tier, String until) {
        till.api
                .post(
                        "/members/" + till.member + "/tier",
                        Map.of("program", "club", "set", "STATUS", "tier", tier, "until", until, "reason", "kept"))
                .expect(200);
    }
}
