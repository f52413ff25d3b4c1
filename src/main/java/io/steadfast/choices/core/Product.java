package io.steadfast.choices.core;

/**
 * Something that is sold.
 *
 * @param sku as orders name it
 * @param origin whether the tenant listed it or an order taught it
 * @param version rises with each change
 */
public record Product(String sku, ProductProfile profile, Origin origin, long version) {

    /** Where the entry comes from. */
    public enum Origin {
        LISTED,
        LEARNED
    }
}
