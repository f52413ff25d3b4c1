package io.steadfast.designer;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** A marketer's mouse and keyboard; counts what they do. */
final class Hands {

    /** The browser keeps no edit that waits for its answer, and no answer is on its way: what one clicks now stays where it is. */
    private static final String ALL_KEPT =
            "() => Object.keys(sessionStorage).every(key => !key.startsWith('steadfast-unsent'))"
                    + " && (!window.PrimeFaces || PrimeFaces.ajax.Queue.isEmpty())";

    private final Page page;
    private int interactions;

    Hands(Page page) {
        this.page = page;
    }

    int interactions() {
        return interactions;
    }

    void click(String selector) {
        interactions++;
        page.locator(selector).click();
    }

    /** Types over what stands there; where it is kept as one leaves it, use {@link #change}. */
    void type(String selector, String text) {
        interactions++;
        page.locator(selector).fill(text);
    }

    /** Types and leaves the value by the keyboard, then waits until the page says that it is kept. */
    void change(String selector, String text) {
        interactions += 2;
        Locator value = page.locator(selector);
        value.fill(text);
        value.press("Tab");
        awaitKept(page);
        assertThat(page.locator(selector)).hasValue(text);
        assertThat(page.locator(".note.danger[role=alert]")).hasCount(0);
    }

    /** Until every edit is kept and every answer is there. */
    static void awaitKept(Page page) {
        page.waitForCondition(() -> Boolean.TRUE.equals(page.evaluate(ALL_KEPT)));
    }

    /** Goes to a section by its list. */
    void section(String code) {
        click("[data-section=" + code + "]");
        assertThat(page.locator(".sections a.now")).hasAttribute("data-section", code);
    }

    /** Adds a part by its button and waits for what it brings. */
    void add(String part, String block) {
        click("[data-act=ADD][data-value=" + part + "]");
        assertThat(page.locator("[data-rule='" + block + "']")).isVisible();
    }
}
