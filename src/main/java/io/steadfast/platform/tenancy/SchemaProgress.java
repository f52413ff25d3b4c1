package io.steadfast.platform.tenancy;

import io.steadfast.shared.TenantSlug;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Which schemas still lag behind this program. */
@ApplicationScoped
public class SchemaProgress {

    private final Set<TenantSlug> lagging = ConcurrentHashMap.newKeySet();

    private volatile boolean begun;

    void expect(Collection<TenantSlug> slugs) {
        lagging.addAll(slugs);
        begun = true;
    }

    void migrated(TenantSlug slug) {
        lagging.remove(slug);
    }

    int lagging() {
        return lagging.size();
    }

    /** Whether the start is over and no schema lags any more. */
    public boolean done() {
        return begun && lagging.isEmpty();
    }
}
