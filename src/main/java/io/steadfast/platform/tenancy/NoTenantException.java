package io.steadfast.platform.tenancy;

/** Tenant's work was asked for with no tenant, or with an unknown one, in hand: always a fault in the code that asked. */
public final class NoTenantException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    public NoTenantException(String message) {
        super(message);
    }
}
