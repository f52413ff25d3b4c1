package io.steadfast.choices.faces;

import io.steadfast.choices.StoreService;
import io.steadfast.choices.core.ChoiceRefusal;
import io.steadfast.choices.core.Store;
import io.steadfast.choices.core.StoreProfile;
import io.steadfast.platform.faces.FrameBean;
import io.steadfast.platform.faces.Given;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.platform.security.SecurityRefusal;
import io.steadfast.platform.time.TenantClock;
import io.steadfast.shared.WrittenTime;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The page console/store: one store, to be changed or closed. Its code never changes: orders, keys and roles bear it. */
@Named("storePage")
@RequestScoped
public class StoreBean {

    @Inject
    private StoreService stores;

    @Inject
    private FrameBean frame;

    @Inject
    private TenantClock clock;

    @Inject
    private HttpServletRequest request;

    private @Nullable Store store;
    private String name = "";
    private String region = "";
    private String currency = "";
    private String zone = "";
    private String firstDay = "";
    private String lastDay = "";

    @PostConstruct
    void begin() {
        if (!frame.may("STORES_EDIT")) {
            throw new Refusal(SecurityRefusal.NOT_PERMITTED);
        }
        Store known = stores.find(
                        Optional.ofNullable(request.getParameter("code")).orElse(""))
                .orElseThrow(() -> new Refusal(ChoiceRefusal.STORE_UNKNOWN));
        StoreProfile profile = known.profile();
        store = known;
        name = profile.name();
        region = profile.region().orElse("");
        currency = profile.currency().getCurrencyCode();
        zone = profile.zone().getId();
        firstDay = profile.activeFrom().map(LocalDate::toString).orElse("");
        lastDay = profile.activeUntil().map(LocalDate::toString).orElse("");
    }

    public Store getStore() {
        if (store == null) {
            throw new IllegalStateException("The page wasn't begun");
        }
        return store;
    }

    /** Whether it is open today, by its own calendar. */
    public boolean isOpen() {
        return getStore().activeOn(today());
    }

    private LocalDate today() {
        return clock.now().atZone(getStore().profile().zone()).toLocalDate();
    }

    public String save() {
        StoreProfile before = getStore().profile();
        return changed(new StoreProfile(
                name,
                before.brand(),
                Optional.of(region).filter(text -> !text.isEmpty()),
                before.country(),
                Given.code(currency, Currency::getInstance, ChoiceRefusal.STORE_UNKNOWN),
                chosenZone(before.zone()),
                day(firstDay),
                day(lastDay)));
    }

    /** Today is its last day. */
    public String close() {
        return changed(until(Optional.of(today())));
    }

    /** No day is its last. */
    public String reopen() {
        return changed(until(Optional.empty()));
    }

    private StoreProfile until(Optional<LocalDate> last) {
        StoreProfile before = getStore().profile();
        return new StoreProfile(
                before.name(),
                before.brand(),
                before.region(),
                before.country(),
                before.currency(),
                before.zone(),
                before.activeFrom(),
                last);
    }

    private String changed(StoreProfile profile) {
        stores.change(getStore().code(), version(), profile);
        return "/console/store?faces-redirect=true&saved=1&code=" + getStore().code();
    }

    /** The version the page showed; somebody else may have changed it since. */
    private long version() {
        String shown = request.getParameter("version");
        return shown != null && shown.matches("[0-9]{1,18}")
                ? Long.parseLong(shown)
                : getStore().version();
    }

    private ZoneId chosenZone(ZoneId before) {
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException noZone) {
            return before;
        }
    }

    private static Optional<LocalDate> day(String typed) {
        if (typed.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(WrittenTime.day(typed));
        } catch (DateTimeException noDay) {
            throw new Refusal(ChoiceRefusal.DAY_NOT_VALID);
        }
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name.strip();
    }

    public String getRegion() {
        return region;
    }

    public void setRegion(String region) {
        this.region = region.strip();
    }

    public String getCurrency() {
        return currency;
    }

    public void setCurrency(String currency) {
        this.currency = currency;
    }

    public String getZone() {
        return zone;
    }

    public void setZone(String zone) {
        this.zone = zone;
    }

    public String getFirstDay() {
        return firstDay;
    }

    public void setFirstDay(String firstDay) {
        this.firstDay = firstDay.strip();
    }

    public String getLastDay() {
        return lastDay;
    }

    public void setLastDay(String lastDay) {
        this.lastDay = lastDay.strip();
    }
}
