package io.steadfast.platform.settings;

import io.steadfast.platform.audit.AuditTrail;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.platform.settings.store.SettingRows;
import io.steadfast.platform.time.RealClock;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Map;

/** Changes what the tenant in hand has set. Whoever calls has asked whether the person may. */
@Stateless
public class SettingsService {

    @Inject
    private SettingRows rows;

    @Inject
    private TenantSettings settings;

    @Inject
    private AuditTrail audit;

    @Inject
    private RealClock clock;

    /** Sets a value. Refuses SETTING_NOT_VALID and, of the brand's colour, COLOUR_TOO_PALE. */
    public void set(Setting setting, String value) {
        keep(setting, setting.keptAs(), setting.initial(), value);
    }

    /** Sets several values, or none of them. Refuses as {@link #set} does. */
    public void setAll(Map<Setting, String> values) {
        values.forEach(this::set);
    }

    /** Sets a value for one store. Refuses as {@link #set} does. */
    public void setFor(String part, Setting setting, String value) {
        keep(setting, setting.keptAs(part), standing(setting.keptAs(), setting.initial()), value);
    }

    /** What stands in the table: the believed values may be another moment's. */
    private String standing(String name, String otherwise) {
        return rows.all().getOrDefault(name, otherwise);
    }

    private void keep(Setting setting, String name, String otherwise, String value) {
        String before = standing(name, otherwise);
        String wanted = setting == Setting.BRAND_COLOUR ? value.strip().toLowerCase(Locale.ROOT) : value.strip();
        if (!setting.takes(wanted)) {
            throw new Refusal(SettingRefusal.SETTING_NOT_VALID, Map.of("setting", name));
        }
        if (setting == Setting.BRAND_COLOUR && !Contrast.readableUnderWhite(wanted)) {
            throw new Refusal(SettingRefusal.COLOUR_TOO_PALE);
        }
        if (!wanted.equals(before)) {
            rows.keep(name, wanted, clock.now());
            settings.forget();
            audit.record("setting.changed", "setting", name, Map.of("value", before), Map.of("value", wanted));
        }
    }
}
