package io.steadfast.referrals.faces;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.steadfast.support.BrowserTest;
import io.steadfast.tills.Counter;
import org.junit.jupiter.api.Test;

/** A friend is enrolled at the counter with the code of the member who brought them. */
class StoreFriendIT extends BrowserTest {

    @Test
    void a_friend_joins_at_the_counter_with_a_code_and_a_wrong_one_is_told() {
        Counter counter = Counter.open("P14");
        String path = "/members/" + counter.member;
        String code = counter.api
                .get(path + "/referral-code")
                .expect(200)
                .json()
                .path("code")
                .asText();
        Page phone = phoneIn(ENGLISH);
        signIn(phone, counter.tenant, counter.tenant.person("STORE_STAFF", "LDN1"));
        phone.locator("#enrol-new").click();
        phone.locator("#enrol\\:phone").fill("+447700900998");
        phone.locator("#enrol\\:friend").fill("NOBODY22");
        phone.locator("#enrol\\:accepted").check();
        phone.locator("#enrol\\:go").click();
        assertThat(phone.locator(".told")).containsText("Nobody in this program has that code.");
        assertAccessible(phone);
        picture(phone, "counter-enrol-friend-en");
        phone.locator("#enrol\\:friend").fill(code);
        phone.locator("#enrol\\:go").click();
        assertThat(phone.locator("#work-done")).containsText("Welcome!");
        String friend = phone.url().replaceAll(".*member=([0-9a-f-]+).*", "$1");
        assertThat(counter.api
                        .get(path + "/referrals")
                        .expect(200)
                        .json()
                        .path("items")
                        .get(0)
                        .path("friendId")
                        .asText())
                .isEqualTo(friend);
    }
}
