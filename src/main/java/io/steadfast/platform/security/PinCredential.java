package io.steadfast.platform.security;

import io.steadfast.shared.TenantSlug;
import jakarta.security.enterprise.credential.AbstractClearableCredential;

/** A person's number and PIN, as typed at a till of a brand. */
final class PinCredential extends AbstractClearableCredential {

    private final TenantSlug brand;
    private final String number;
    private String pin;

    PinCredential(TenantSlug brand, String number, String pin) {
        this.brand = brand;
        this.number = number;
        this.pin = pin;
    }

    TenantSlug brand() {
        return brand;
    }

    String number() {
        return number;
    }

    String pin() {
        return pin;
    }

    @Override
    protected void clearCredential() {
        pin = "";
    }
}
