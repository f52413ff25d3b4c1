package io.steadfast.support;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;

/** Hands on a keyboard, with no mouse beside it: from where one is on to what is meant, by the tabulator. */
public final class Keys {

    private static final int MOST_TABS = 120;

    private final Page page;

    public Keys(Page page) {
        this.page = page;
    }

    /** By the tabulator to what is meant, then the key. */
    public void press(String selector, String key) {
        reach(selector);
        page.keyboard().press(key);
    }

    /** By the tabulator to a field, then the text. */
    public void type(String selector, String text) {
        reach(selector);
        page.keyboard().type(text);
    }

    /** Where the focus is already. */
    public void press(String key) {
        page.keyboard().press(key);
    }

    /** Where the focus is already. */
    public void type(String text) {
        page.keyboard().type(text);
    }

    /** Goes on until the focus is there, and sees that it can be seen. */
    public void reach(String selector) {
        Locator wanted = page.locator(selector);
        PlaywrightAssertions.assertThat(wanted).isVisible();
        for (int tabs = 0; tabs < MOST_TABS && !isFocused(wanted); tabs++) {
            page.keyboard().press("Tab");
        }
        assertThat(isFocused(wanted))
                .as("reached by the tabulator: " + selector)
                .isTrue();
        assertThat((boolean) wanted.evaluate("e => e.matches(':focus-visible')"))
                .as("seen to have the focus: " + selector)
                .isTrue();
    }

    private static boolean isFocused(Locator wanted) {
        return (boolean) wanted.evaluate("e => e === document.activeElement");
    }
}
