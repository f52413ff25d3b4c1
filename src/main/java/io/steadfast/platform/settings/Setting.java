package io.steadfast.platform.settings;

import java.util.Locale;
import java.util.regex.Pattern;

/** What can be set, with what counts while nothing was. A setting of stores is kept once for each store. */
public enum Setting {
    /** What the brand is called on its pages; empty for the name it was made with. */
    BRAND_NAME("", ".{0,80}"),
    /** The brand's colour, as in {@code #0f6b5c}; every shade is made of it. */
    BRAND_COLOUR("#0f6b5c", "#[0-9a-f]{6}"),
    /** What staff at a store see of phones and e-mails: {@code endings}, or {@code all}. */
    MASKING("endings", "endings|all"),
    /** The language of pages for people who chose none: {@code browser}, {@code en} or {@code zh-CN}. */
    LANGUAGE("browser", "browser|en|zh-CN"),
    /** Points that somebody who serves may give as goodwill at once. */
    GOODWILL_STAFF("100", "[0-9]{1,7}"),
    /** Points that somebody who may adjust points may give as goodwill at once. */
    GOODWILL_MANAGER("1000", "[0-9]{1,7}"),
    /** Points that somebody who serves may give as goodwill on one day. */
    GOODWILL_STAFF_DAY("500", "[0-9]{1,7}"),
    /** Points that somebody who may adjust points may give as goodwill on one day. */
    GOODWILL_MANAGER_DAY("5000", "[0-9]{1,7}"),
    /** Minutes without a touch after which a till locks itself. */
    TILL_IDLE_MINUTES("3", "[1-9]|[1-5][0-9]|60"),
    /** Of a store: whether staff record sales ({@code staff}) or its tills report them ({@code tills}). */
    SALES("staff", "staff|tills"),
    /** In minor units: a sale above it is recorded by somebody who may adjust points. */
    SALE_STAFF("100000", "[0-9]{1,10}"),
    /**
     * Of a store: the source under which sales without a registered till are booked. While none was set it is made of the
     * store's code, so that receipt 1001 of one store is never receipt 1001 of another; this one is for work at no store.
     */
    SALES_SOURCE("till", "[A-Za-z0-9._-]{1,64}");

    private final String initial;
    private final Pattern shape;

    Setting(String initial, String shape) {
        this.initial = initial;
        this.shape = Pattern.compile(shape);
    }

    /** What counts while nothing was set. */
    public String initial() {
        return initial;
    }

    /** Whether the text can be this setting's value. */
    public boolean takes(String value) {
        return shape.matcher(value).matches();
    }

    /** The name it is kept under. */
    String keptAs() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The name under which that of one store, or another part of the tenant, is kept. */
    String keptAs(String part) {
        return keptAs() + "/" + part;
    }
}
