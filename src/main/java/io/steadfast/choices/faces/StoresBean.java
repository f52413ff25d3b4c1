package io.steadfast.choices.faces;

import io.steadfast.choices.StoreService;
import io.steadfast.choices.core.ChoiceRefusal;
import io.steadfast.choices.core.Store;
import io.steadfast.choices.core.StoreProfile;
import io.steadfast.platform.faces.FrameBean;
import io.steadfast.platform.faces.Given;
import io.steadfast.platform.faces.PageTexts;
import io.steadfast.platform.faces.Reader;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.platform.security.SecurityRefusal;
import io.steadfast.platform.tenancy.CurrentTenant;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The page console/stores: where members buy, by name, and one more. */
@Named("storesPage")
@RequestScoped
public class StoresBean {

    private static final int ROWS = 50;

    @Inject
    private StoreService stores;

    @Inject
    private CurrentTenant tenant;

    @Inject
    private FrameBean frame;

    @Inject
    private Reader reader;

    @Inject
    private PageTexts t;

    @Inject
    private HttpServletRequest request;

    private String code = "";
    private String name = "";
    private String region = "";
    private String currency = "";
    private String zone = "";
    private @Nullable List<Store> found;

    @PostConstruct
    void begin() {
        currency = tenant.tenant().currency().getCurrencyCode();
        zone = tenant.tenant().zone().getId();
    }

    /** One more than is shown tells whether there is a next page. */
    private List<Store> found() {
        if (found == null) {
            mustEdit();
            found = stores.list(after(), ROWS + 1);
        }
        return found;
    }

    public List<Store> getRows() {
        List<Store> all = found();
        return all.subList(0, Math.min(ROWS, all.size()));
    }

    public boolean isFirst() {
        return after().isEmpty();
    }

    /** The code after which the next page begins; empty on the last. */
    public String getNext() {
        return found().size() > ROWS ? found().get(ROWS - 1).code() : "";
    }

    private String after() {
        return Optional.ofNullable(request.getParameter("after")).orElse("");
    }

    public void add() {
        mustEdit();
        stores.add(
                code,
                new StoreProfile(
                        name,
                        Optional.empty(),
                        Optional.of(region).filter(text -> !text.isEmpty()),
                        Optional.of(tenant.tenant().locale().getCountry()).filter(text -> !text.isEmpty()),
                        Given.code(currency, Currency::getInstance, ChoiceRefusal.STORE_UNKNOWN),
                        chosenZone(),
                        Optional.empty(),
                        Optional.empty()));
        FacesContext.getCurrentInstance()
                .addMessage(
                        null,
                        new FacesMessage(
                                FacesMessage.SEVERITY_INFO, t.with("choices", "store_added", "name", name), null));
        code = "";
        name = "";
        region = "";
        found = null;
    }

    private ZoneId chosenZone() {
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException noZone) {
            return tenant.tenant().zone();
        }
    }

    public List<String> getZones() {
        return ZoneId.getAvailableZoneIds().stream()
                .filter(each -> each.contains("/") && !each.startsWith("Etc/") && !each.startsWith("SystemV/"))
                .sorted()
                .toList();
    }

    public List<Currency> getCurrencies() {
        return Currency.getAvailableCurrencies().stream()
                .filter(each -> each.getDefaultFractionDigits() >= 0)
                .sorted(Comparator.comparing(Currency::getCurrencyCode))
                .toList();
    }

    public String currencyName(Currency each) {
        return each.getCurrencyCode() + " · " + each.getDisplayName(reader.locale());
    }

    private void mustEdit() {
        if (!frame.may("STORES_EDIT")) {
            throw new Refusal(SecurityRefusal.NOT_PERMITTED);
        }
    }

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code.strip();
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
}
