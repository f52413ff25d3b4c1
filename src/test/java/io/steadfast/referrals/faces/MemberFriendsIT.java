package io.steadfast.referrals.faces;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import io.steadfast.referrals.Friends;
import io.steadfast.support.BrowserTest;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Staff see a member's code and friends. */
class MemberFriendsIT extends BrowserTest {

    @Test
    void staff_see_the_code_and_how_far_each_friend_is() {
        Friends shop = Friends.open();
        String anna = shop.member(Map.of("externalId", "anna", "name", "Anna Berger"));
        String code = shop.code(anna);
        String ben = shop.joins(code, Map.of("externalId", "ben", "name", "Ben Novak"))
                .expect(201)
                .json()
                .path("id")
                .asText();
        shop.order(ben, "1", Friends.START).expect(201);
        String cleo = shop.joins(code, Map.of("externalId", "cleo", "name", "李明"))
                .expect(201)
                .json()
                .path("id")
                .asText();
        signIn(page, shop.tenant(), shop.tenant().person("SERVICE_AGENT"));
        page.navigate("/console/member?id=" + anna);
        assertThat(page.locator("[data-code=club]")).hasText(code);
        assertThat(page.locator("[data-friend='" + ben + "']")).containsText("Both are rewarded on Mar 15, 2026");
        assertThat(page.locator("[data-friend='" + cleo + "']")).containsText("Joined");
        assertAccessible(page);
        picture(page, "member-friends-en");
        shop.at("2026-03-16T10:00:00Z");
        Page phone = phoneIn(CHINESE);
        signIn(phone, shop.tenant(), shop.tenant().owner());
        phone.navigate("/console/member?id=" + anna);
        assertThat(phone.locator("[data-friend='" + ben + "']")).containsText("已得 500 积分");
        assertAccessible(phone);
        picture(phone, "member-friends-zh");
    }
}
