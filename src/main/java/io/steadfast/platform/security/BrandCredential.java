package io.steadfast.platform.security;

import io.steadfast.shared.TenantSlug;
import jakarta.security.enterprise.credential.AbstractClearableCredential;

/** Brand, e-mail and password, as typed. */
final class BrandCredential extends AbstractClearableCredential {

    private final TenantSlug brand;
    private final String email;
    private String password;

    BrandCredential(TenantSlug brand, String email, String password) {
        this.brand = brand;
        this.email = email;
        this.password = password;
    }

    TenantSlug brand() {
        return brand;
    }

    String email() {
        return email;
    }

    String password() {
        return password;
    }

    @Override
    protected void clearCredential() {
        password = "";
    }
}
