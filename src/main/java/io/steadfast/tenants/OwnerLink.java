package io.steadfast.tenants;

/**
 * The way in for the first owner of a tenant.
 *
 * @param path where they choose a password, once, below the product's address; shown this once
 */
public record OwnerLink(String email, String path) {

    /** Without the token, should it ever reach a log. */
    @Override
    public String toString() {
        return "OwnerLink[" + email + "]";
    }
}
