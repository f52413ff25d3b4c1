package io.steadfast.platform.settings;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.steadfast.platform.settings.store.SettingRows;
import io.steadfast.platform.tenancy.CurrentTenant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** What the tenant in hand has set; what was read is believed for 2.5 s. */
@ApplicationScoped
public class TenantSettings {

    private static final Duration FRESH = Duration.ofMillis(2500);

    private final Cache<String, Map<String, String>> known =
            Caffeine.newBuilder().maximumSize(1_000).expireAfterWrite(FRESH).build();

    @Inject
    private CurrentTenant tenant;

    @Inject
    private SettingRows rows;

    /** The value set, or the default. */
    public String value(Setting setting) {
        return all().getOrDefault(setting.keptAs(), setting.initial());
    }

    /** The value set for a store, else the one set for the tenant, else the default. */
    public String value(Setting setting, String part) {
        return all().getOrDefault(setting.keptAs(part), value(setting));
    }

    /** The value set for a store itself; empty where none was. */
    public Optional<String> own(Setting setting, String part) {
        return Optional.ofNullable(all().get(setting.keptAs(part)));
    }

    public long number(Setting setting) {
        return Long.parseLong(value(setting));
    }

    void forget() {
        known.invalidate(tenant.tenant().schema());
    }

    private Map<String, String> all() {
        String schema = tenant.tenant().schema();
        Map<String, String> found = known.getIfPresent(schema);
        if (found == null) {
            found = rows.all();
            known.put(schema, found);
        }
        return found;
    }
}
