package io.steadfast.desk.faces;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.steadfast.support.BrowserTest;
import io.steadfast.support.PageFigures;
import io.steadfast.tills.Counter;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a member's card on the store's screen costs, and that reading it as one whole breaks nothing. */
class CardCostIT extends BrowserTest {

    /** A transaction for each reading came to 48; a few more for what is believed for seconds only, as settings are. */
    private static final long TRIPS = 32;

    @Test
    void a_card_is_read_in_few_round_trips() {
        Counter counter = Counter.open("P1");
        Page phone = staff(counter);
        phone.navigate("/store/?member=" + counter.member);
        phone.navigate("/store/?member=" + counter.member);
        assertThat(phone.locator("#face-name")).hasText("Ada Lovelace");
        PageFigures.Cost cost = PageFigures.Cost.ofLast("GET /store/", phone);
        assertThat(cost.trips()).isBetween(5L, TRIPS);
    }

    @Test
    void what_an_address_names_wrongly_leaves_the_card_whole() {
        Counter counter = Counter.open("P1");
        Page phone = staff(counter);
        phone.navigate("/store/?member=" + counter.member + "&done=" + UUID.randomUUID() + "&work=" + UUID.randomUUID()
                + "&used=NOSUCHCODE&voucher=NOSUCHCODE");
        assertThat(phone.locator("#face-name")).hasText("Ada Lovelace");
        assertThat(phone.locator("#last-title")).isVisible();
        phone.navigate("/store/?member=" + UUID.randomUUID());
        assertThat(phone.locator("#enrol-new")).isVisible();
    }

    @Test
    void who_looked_at_a_card_is_written_down_once_for_each_look() {
        Counter counter = Counter.open("P1");
        Page phone = staff(counter);
        phone.navigate("/store/?member=" + counter.member);
        phone.navigate("/store/?member=" + counter.member);
        assertThat(phone.locator("#face-name")).isVisible();
        signIn(page, counter.tenant, counter.tenant.person("FINANCE"));
        page.navigate("/console/audit?action=member.viewed");
        assertThat(page.locator("tbody tr")).hasCount(2);
    }

    private Page staff(Counter counter) {
        Page phone = phoneIn(ENGLISH);
        signIn(phone, counter.tenant, counter.tenant.person("STORE_STAFF", "LDN1"));
        return phone;
    }
}
