package io.steadfast.architecture.broken.shop;

import com.microsoft.playwright.Page;

/** Offends: uses a library that nobody allowed here. */
public final class Vendor {
    public Page page(Page page) {
        return page;
    }
}
