package io.steadfast.tenants.faces;

import io.steadfast.platform.faces.FrameBean;
import io.steadfast.platform.faces.Reader;
import io.steadfast.platform.refusals.RefusalTexts;
import io.steadfast.platform.security.SecurityRefusal;
import io.steadfast.platform.time.RealClock;
import io.steadfast.shared.RefusalReason;
import io.steadfast.shared.TenantSlug;
import io.steadfast.tenants.MadeTenant;
import io.steadfast.tenants.NewTenant;
import io.steadfast.tenants.TenantRefusal;
import io.steadfast.tenants.TenantService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The page platform/new: makes a tenant, and shows what is shown once. */
@Named("newTenant")
@RequestScoped
public class NewTenantBean {

    private static final Pattern EMAIL = Pattern.compile("[^@\\s]{1,64}@[^@\\s]{1,190}");
    private static final List<String> LOCALES =
            List.of("en-GB", "en-US", "en-IE", "en-CA", "en-AU", "en-NZ", "en-SG", "en-IN", "en-ZA", "zh-CN");

    @Inject
    private TenantService tenants;

    @Inject
    private OperatorDoor door;

    @Inject
    private FrameBean frame;

    @Inject
    private Reader reader;

    @Inject
    private RealClock clock;

    private final NewTenantForm form = new NewTenantForm();
    private @Nullable MadeTenant made;

    public NewTenantForm getForm() {
        door.mustOperate();
        return form;
    }

    /** Everything that is wrong is said at once, each beside its field. */
    public void create() {
        door.mustOperate();
        Optional<TenantSlug> slug = Slugs.read(form.getSlug());
        Optional<ZoneId> zone = zone();
        Optional<Currency> currency = currency();
        boolean right = told("slug", slug, TenantRefusal.SLUG_NOT_VALID)
                & told("zone", zone, TenantRefusal.ZONE_UNKNOWN)
                & told("currency", currency, TenantRefusal.CURRENCY_UNKNOWN)
                & told("email", email(), SecurityRefusal.EMAIL_NOT_VALID);
        if (!right) {
            return;
        }
        made = tenants.create(new NewTenant(
                slug.orElseThrow(),
                form.getName(),
                zone.orElseThrow(),
                currency.orElseThrow(),
                Locale.forLanguageTag(form.getLocale()),
                form.isSandbox() ? Optional.of(clock.now()) : Optional.empty(),
                new NewTenant.Owner(form.getEmail(), form.getOwner())));
        form.clear();
    }

    private boolean told(String field, Optional<?> value, RefusalReason reason) {
        if (value.isEmpty()) {
            FacesContext.getCurrentInstance()
                    .addMessage(
                            "create:" + field,
                            new FacesMessage(
                                    FacesMessage.SEVERITY_ERROR,
                                    RefusalTexts.text(reason, Map.of(), frame.getLocale()),
                                    null));
        }
        return value.isPresent();
    }

    private Optional<String> email() {
        return Optional.of(form.getEmail()).filter(text -> EMAIL.matcher(text).matches());
    }

    private Optional<ZoneId> zone() {
        try {
            return Optional.of(ZoneId.of(form.getZone()));
        } catch (DateTimeException noZone) {
            return Optional.empty();
        }
    }

    private Optional<Currency> currency() {
        try {
            return Optional.of(Currency.getInstance(form.getCurrency()));
        } catch (IllegalArgumentException noCurrency) {
            return Optional.empty();
        }
    }

    /** Places people live in, by name. */
    public List<String> getZones() {
        return ZoneId.getAvailableZoneIds().stream()
                .filter(zone -> zone.contains("/") && !zone.startsWith("Etc/") && !zone.startsWith("SystemV/"))
                .sorted()
                .toList();
    }

    /** Money that has minor units, by code. */
    public List<Currency> getCurrencies() {
        return Currency.getAvailableCurrencies().stream()
                .filter(currency -> currency.getDefaultFractionDigits() >= 0)
                .sorted(Comparator.comparing(Currency::getCurrencyCode))
                .toList();
    }

    public String currencyName(Currency currency) {
        return currency.getCurrencyCode() + " · " + currency.getDisplayName(reader.locale());
    }

    public List<String> getLocales() {
        return LOCALES;
    }

    public String localeName(String tag) {
        return Locale.forLanguageTag(tag).getDisplayName(reader.locale());
    }

    /** The tenant just made; empty otherwise. */
    public Optional<MadeTenant> getMade() {
        return Optional.ofNullable(made);
    }

    /** The link with which a live tenant's owner chooses a password; empty for a sandbox's. */
    public String getLink() {
        return made == null
                ? ""
                : made.invitationPath().map(path -> frame.getOrigin() + path).orElse("");
    }
}
