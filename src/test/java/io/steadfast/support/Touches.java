package io.steadfast.support;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;

/** Hands that count what they do: each tap, field filled in, choice and tick is one. What only looks is not counted. */
public final class Touches {

    private final Page page;
    private int made;

    public Touches(Page page) {
        this.page = page;
    }

    /** How many it took so far. */
    public int made() {
        return made;
    }

    public void tap(String selector) {
        made++;
        page.locator(selector).first().click();
    }

    /** One key after the other, as a thumb or a scanner does. */
    public void type(String selector, String text) {
        made++;
        page.locator(selector).pressSequentially(text);
    }

    public void choose(String selector, String value) {
        made++;
        page.locator(selector).selectOption(value);
    }

    public void tick(String selector) {
        made++;
        page.locator(selector).check();
    }

    /** Waits for it to be there; counts nothing. */
    public void see(String selector, String text) {
        PlaywrightAssertions.assertThat(page.locator(selector).first()).containsText(text);
    }
}
