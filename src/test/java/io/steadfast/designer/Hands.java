package io.steadfast.designer;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** A marketer's mouse and keyboard; counts what they do. */
final class Hands {

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
        assertThat(page.locator(selector)).hasValue(text);
        assertThat(page.locator(".note.danger[role=alert]")).hasCount(0);
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
