package io.steadfast.platform.outbox;

import io.steadfast.shared.TenantSlug;

/** Fired with every event written; observe it after the transaction's success to send what was written. */
public record EventsPublished(TenantSlug tenant) {}
