package io.steadfast.dates;

import static org.assertj.core.api.Assertions.assertThat;

import io.steadfast.accrual.Shop;
import io.steadfast.shared.ProgramCode;
import io.steadfast.support.ContainerTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** What is given for a day lapses as everything that the member gets on that day. */
class GiftParcelIT extends ContainerTest {

    private static final String GIFT = "\"dateGifts\":[{\"code\":\"year\",\"name\":{\"en\":\"A year\"},"
            + "\"occasion\":\"join_anniversary\",\"leadDays\":0,\"unchangedDays\":0,"
            + "\"points\":{\"wallet\":\"cdnow-points\",\"points\":50}}]";
    private static final String TWO_YEARS = "\"expiry\":{\"cdnow-points\":[{\"kind\":\"after_duration\",\"amount\":24,"
            + "\"unit\":\"months\",\"start\":\"activity\"}]}";

    @Inject
    Shop shop;

    @Inject
    DateGiftDue due;

    private String givenBy(String... replacements) {
        shop.open("2026-06-01T12:00:00Z");
        ProgramCode program = shop.publish(Shop.template("CDNOW", replacements), "2025-01-01T05:00:00Z");
        shop.member("anna", "2025-06-01T12:00:00Z", program);
        shop.call(() -> {
            due.runDue(shop.now());
            return true;
        });
        return shop.text("SELECT to_char(expires_at AT TIME ZONE 'America/New_York', 'YYYY-MM-DD') FROM open_lot");
    }

    @Test
    void the_tiers_expiry_goes_before_the_wallets() {
        assertThat(givenBy("\"dateGifts\":[]", GIFT)).isEqualTo("2027-06-02");
        assertThat(givenBy("\"dateGifts\":[]", GIFT, "\"expiry\":{}", TWO_YEARS))
                .isEqualTo("2028-06-02");
    }
}
