package io.steadfast.tills.faces;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.steadfast.rewards.RewardTill;
import io.steadfast.support.BrowserTest;
import io.steadfast.support.Keys;
import io.steadfast.support.Secrets;
import io.steadfast.support.TestTenant;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A till has keys and a scanner that types, and no mouse: a member is enrolled and another served from the lock to the lock. */
class TillByKeysIT extends BrowserTest {

    private static final Duration MOST_TO_SWITCH = Duration.ofSeconds(3);
    private static final int SWITCHES = 3;

    /** As long as one may be, so that the log can be searched for it. */
    private static final String PIN = Secrets.isOne("25803691");

    @Test
    void staff_switch_serve_and_enrol_without_a_mouse() {
        RewardTill shop = RewardTill.open();
        String ada = shop.api
                .post(
                        "/members",
                        Map.of(
                                "name", "Ada Lovelace",
                                "phone", "+12135550147",
                                "cardNumber", "9400112233",
                                "joinedAt", "2026-01-02T08:00:00Z",
                                "enrol", List.of(Map.of("program", "club", "channel", "shop"))))
                .expect(201)
                .json()
                .path("id")
                .asText();
        shop.give(ada, 600);
        Page till = deskIn(ENGLISH);
        standing(till, shop);
        Keys keys = new Keys(till);
        List<Duration> switches = new ArrayList<>();
        for (int time = 0; time < SWITCHES; time++) {
            Instant locked = Instant.now();
            switchTo(till, keys, "17", PIN);
            switches.add(Duration.between(locked, Instant.now()));
        }
        System.out.println("From one cashier to the next by number and PIN: " + switches);
        // Any machine has a moment in which it does something else.
        assertThat(Collections.min(switches)).isLessThan(MOST_TO_SWITCH);
        // A scanner types what it reads and ends with Enter.
        keys.type("9400112233");
        keys.press("Enter");
        assertThat(till.locator("#face-name")).hasText("Ada Lovelace");
        // Something typed into the box by mistake and taken out again: the card is there again.
        keys.type("#search", "x1");
        assertThat(till.locator("#face-name")).hasCount(0);
        keys.press("Backspace");
        keys.press("Backspace");
        assertThat(till.locator("#face-name")).hasText("Ada Lovelace");
        sellAndUndo(till, keys);
        keys.press("#redeem\\:best", "Enter");
        assertThat(till.locator("#redeemed")).containsText("for 500 points");
        keys.press("#redeem\\:undo", "Enter");
        assertThat(till.locator("#undone")).containsText("The points are back.");
        keys.press("/");
        assertThat(till.locator("#search")).isFocused();
        enrol(till, keys);
        assertThat(till.locator("#face-name")).hasText("Grace Hopper");
    }

    /** From the search box, where the one who served last left it. */
    private static void switchTo(Page till, Keys keys, String number, String pin) {
        keys.press("#lock-now", "Enter");
        assertThat(till.locator("#lock\\:number")).isFocused();
        keys.type(number);
        keys.press("Tab");
        keys.type(pin);
        keys.press("Enter");
        assertThat(till.locator("#search")).isFocused();
    }

    private static void sellAndUndo(Page till, Keys keys) {
        keys.press("#act-sale summary", "Enter");
        keys.type("#sale\\:receipt", "4711");
        keys.press("Tab");
        keys.type("40.00");
        keys.press("Enter");
        assertThat(till.locator("#work-done")).containsText("receipt 4711");
        keys.press("#done\\:undo", "Space");
        assertThat(till.locator("#work-undone")).isVisible();
    }

    private static void enrol(Page till, Keys keys) {
        keys.type("+12135550199");
        assertThat(till.locator("#enrol-found")).isVisible();
        keys.press("#enrol-found", "Enter");
        assertThat(till.locator("#enrol\\:phone")).isFocused();
        keys.type("#enrol\\:name", "Grace Hopper");
        keys.press("#enrol\\:accepted", "Space");
        keys.press("#enrol\\:go", "Enter");
        assertThat(till.locator("#work-done")).containsText("Welcome!");
    }

    /** A manager made this browser a till and gave a cashier a number. */
    private static void standing(Page till, RewardTill shop) {
        shop.tenant.person("STORE_STAFF", "LA1");
        TestTenant.Person manager = shop.tenant.person("STORE_MANAGER", "LA1");
        signIn(till, shop.tenant, manager);
        till.navigate("/console/tills");
        till.locator("#tills\\:store").fill("LA1");
        till.locator("#tills\\:name").fill("Till 1");
        till.locator("#tills\\:source").fill("pos-la1");
        till.locator("#tills\\:register").click();
        assertThat(till.locator("[data-till]")).hasCount(1);
        till.locator("#tills\\:person")
                .selectOption(till.locator("#tills\\:person option")
                        .filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText("Pat STORE_STAFF"))
                        .getAttribute("value"));
        till.locator("#tills\\:number").fill("17");
        till.locator("#tills\\:pin").fill(PIN);
        till.locator("#tills\\:keep").click();
        assertThat(till.locator(".told")).isVisible();
        till.navigate("/store/");
    }
}
