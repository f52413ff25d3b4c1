package io.steadfast.ledger.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.steadfast.support.ClientTest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EntriesResourceIT extends ClientTest {

    @Test
    void pages_neither_skip_nor_repeat_while_entries_arrive() {
        Till till = Till.withPoints(1);
        for (int points = 2; points <= 5; points++) {
            till.adjust("goodwill", points).expect(200);
        }
        List<Long> seen = new ArrayList<>();
        String path = "/members/" + till.member + "/entries?limit=2";
        JsonNode page = till.api.get(path).expect(200).json();
        while (true) {
            page.path("items").forEach(entry -> seen.add(entry.path("points").asLong()));
            if (page.path("nextCursor").isNull()) {
                break;
            }
            till.adjust("goodwill", 100).expect(200);
            page = till.api
                    .get(path + "&cursor=" + page.path("nextCursor").asText())
                    .expect(200)
                    .json();
        }
        assertThat(seen).containsExactly(5L, 4L, 3L, 2L, 1L);
    }

    @Test
    void an_entry_says_who_and_why() {
        Till till = Till.withPoints(7);
        JsonNode entry = till.api
                .get("/members/" + till.member + "/entries?wallet=points")
                .expect(200)
                .json()
                .path("items")
                .get(0);
        assertThat(entry.path("kind").asText()).isEqualTo("goodwill");
        assertThat(entry.path("reason").asText()).isEqualTo("LATE_PARCEL");
        assertThat(entry.path("postingDate").asText()).isEqualTo("2026-03-15");
        till.api.get("/members/00000000-0000-7000-8000-000000000000/entries").expect(404);
        till.api.get("/members/" + till.member + "/entries?limit=0").expect(400);
    }
}
