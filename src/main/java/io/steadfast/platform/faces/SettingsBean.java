package io.steadfast.platform.faces;

import io.steadfast.platform.refusals.Refusal;
import io.steadfast.platform.security.SecurityRefusal;
import io.steadfast.platform.settings.Setting;
import io.steadfast.platform.settings.SettingsService;
import io.steadfast.platform.settings.TenantSettings;
import io.steadfast.platform.tenancy.CurrentTenant;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;

/** The page console/settings: what the brand is called and looks like, what stores see, how much goodwill a role may give. */
@Named("settingsPage")
@RequestScoped
public class SettingsBean {

    @Inject
    private SettingsService service;

    @Inject
    private TenantSettings settings;

    @Inject
    private CurrentTenant tenant;

    @Inject
    private FrameBean frame;

    @Inject
    private PageTexts t;

    private final Map<Setting, String> typed = new EnumMap<>(Setting.class);

    /** Keeps everything that was typed, or nothing of it. */
    public String keep() {
        mustEdit();
        Map<Setting, String> wanted = new EnumMap<>(typed);
        service.setAll(wanted);
        FacesContext.getCurrentInstance()
                .addMessage(
                        null, new FacesMessage(FacesMessage.SEVERITY_INFO, t.text("faces", "settings_saved"), null));
        return "";
    }

    private String value(Setting setting) {
        mustEdit();
        String kept = typed.get(setting);
        return kept == null ? settings.value(setting) : kept;
    }

    private void mustEdit() {
        if (!frame.may("PEOPLE_EDIT")) {
            throw new Refusal(SecurityRefusal.NOT_PERMITTED);
        }
    }

    public String getName() {
        String name = value(Setting.BRAND_NAME);
        return name.isEmpty() ? frame.getBrand() : name;
    }

    public void setName(String name) {
        typed.put(Setting.BRAND_NAME, name.strip());
    }

    public String getColour() {
        return value(Setting.BRAND_COLOUR);
    }

    public void setColour(String colour) {
        typed.put(Setting.BRAND_COLOUR, colour.strip());
    }

    public String getMasking() {
        return value(Setting.MASKING);
    }

    public void setMasking(String masking) {
        typed.put(Setting.MASKING, masking);
    }

    public String getLanguage() {
        return value(Setting.LANGUAGE);
    }

    public void setLanguage(String language) {
        typed.put(Setting.LANGUAGE, language);
    }

    public String getStaffLimit() {
        return value(Setting.GOODWILL_STAFF);
    }

    public void setStaffLimit(String limit) {
        typed.put(Setting.GOODWILL_STAFF, limit.strip());
    }

    public String getManagerLimit() {
        return value(Setting.GOODWILL_MANAGER);
    }

    public void setManagerLimit(String limit) {
        typed.put(Setting.GOODWILL_MANAGER, limit.strip());
    }

    public String getStaffDay() {
        return value(Setting.GOODWILL_STAFF_DAY);
    }

    public void setStaffDay(String limit) {
        typed.put(Setting.GOODWILL_STAFF_DAY, limit.strip());
    }

    public String getManagerDay() {
        return value(Setting.GOODWILL_MANAGER_DAY);
    }

    public void setManagerDay(String limit) {
        typed.put(Setting.GOODWILL_MANAGER_DAY, limit.strip());
    }

    /** In the currency's own unit, as in {@code 1000.00}. */
    public String getSaleLimit() {
        String kept = value(Setting.SALE_STAFF);
        return Setting.SALE_STAFF.takes(kept)
                ? BigDecimal.valueOf(Long.parseLong(kept), decimals()).toPlainString()
                : kept.strip();
    }

    /** What is no amount is kept as it was typed, and refused with the rest. */
    public void setSaleLimit(String limit) {
        String amount = limit.strip();
        boolean plain = amount.matches("[0-9]{1,8}(\\.[0-9]+)?")
                && new BigDecimal(amount).stripTrailingZeros().scale() <= decimals();
        typed.put(
                Setting.SALE_STAFF,
                plain
                        ? new BigDecimal(amount)
                                .movePointRight(decimals())
                                .toBigInteger()
                                .toString()
                        : amount + " ");
    }

    private int decimals() {
        return tenant.tenant().currency().getDefaultFractionDigits();
    }

    public String getIdleMinutes() {
        return value(Setting.TILL_IDLE_MINUTES);
    }

    public void setIdleMinutes(String minutes) {
        typed.put(Setting.TILL_IDLE_MINUTES, minutes.strip());
    }
}
