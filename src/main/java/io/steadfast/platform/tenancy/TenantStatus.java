package io.steadfast.platform.tenancy;

/** What a tenant may do at present. */
public enum TenantStatus {
    /** Its schema is being made; nobody can reach it yet. */
    PROVISIONING,
    ACTIVE,
    /** Its schema lags behind this program and is being migrated: everybody is asked to come back. Never stored. */
    MIGRATING,
    /** Keys and people are turned away; the data stays and due work waits. */
    SUSPENDED,
    /** Somebody asked for its deletion and may still take that back. */
    DELETING
}
