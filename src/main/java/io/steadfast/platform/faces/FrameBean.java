package io.steadfast.platform.faces;

import io.steadfast.platform.i18n.Language;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.platform.security.Actor;
import io.steadfast.platform.security.CurrentActor;
import io.steadfast.platform.security.Permission;
import io.steadfast.platform.security.SecurityRefusal;
import io.steadfast.platform.settings.Setting;
import io.steadfast.platform.settings.TenantSettings;
import io.steadfast.platform.tenancy.CurrentTenant;
import io.steadfast.platform.tenancy.Tenant;
import io.steadfast.platform.time.TenantClock;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the frame around every page shows: the brand, who is signed in, language, theme, and where they may go. */
@Named("frame")
@RequestScoped
public class FrameBean {
    private static final String PRODUCT = "Steadfast";

    @Inject
    private Reader reader;

    @Inject
    private CurrentTenant currentTenant;

    @Inject
    private TenantSettings settings;

    @Inject
    private CurrentActor currentActor;

    @Inject
    private HttpServletRequest request;

    @Inject
    private TenantClock tenantClock;

    @Inject
    private Formats formats;

    @Inject
    private PageTexts t;

    public Locale getLocale() {
        return reader.language().locale();
    }

    public Language getLanguage() {
        return reader.language();
    }

    public String getLanguageTag() {
        return reader.language().tag();
    }

    /** The value of data-theme: empty follows the system. */
    public String getTheme() {
        return reader.theme().orElse("auto");
    }

    public List<Language> getLanguages() {
        return List.of(Language.values());
    }

    public boolean isChosen(Language language) {
        return language == reader.language();
    }

    /** This page in another language. */
    public String inLanguage(Language language) {
        StringBuilder query = new StringBuilder("?language=" + language.tag());
        for (Map.Entry<String, String[]> parameter : request.getParameterMap().entrySet()) {
            boolean ours = !parameter.getKey().equals(LanguageFilter.PARAMETER)
                    && !parameter.getKey().contains("faces")
                    && "GET".equals(request.getMethod());
            if (ours) {
                for (String value : parameter.getValue()) {
                    query.append('&')
                            .append(encoded(parameter.getKey()))
                            .append('=')
                            .append(encoded(value));
                }
            }
        }
        return query.toString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Where this product is, as in {@code https://loyalty.example}: for links that are passed on. */
    public String getOrigin() {
        String here = request.getRequestURL().toString();
        return here.substring(0, here.indexOf('/', here.indexOf("//") + 2));
    }

    /** Whether whoever reads runs the platform. */
    public boolean isOperator() {
        return currentActor
                .known()
                .filter(actor -> actor.kind() == Actor.Kind.OPERATOR)
                .isPresent();
    }

    public boolean isSignedIn() {
        return currentActor.known().isPresent();
    }

    public String getBrand() {
        return currentTenant
                .known()
                .map(tenant -> {
                    String called = settings.value(Setting.BRAND_NAME);
                    return called.isEmpty() ? tenant.name() : called;
                })
                .orElse(PRODUCT);
    }

    /** The brand's own colour as six hexadecimal digits; empty where it is the product's. */
    public String getColour() {
        return currentTenant
                .known()
                .map(tenant -> settings.value(Setting.BRAND_COLOUR))
                .filter(colour -> !colour.equals(Setting.BRAND_COLOUR.initial()))
                .map(colour -> colour.substring(1))
                .orElse("");
    }

    public boolean isSandbox() {
        return currentTenant.known().map(Tenant::sandbox).orElse(false);
    }

    public String getPerson() {
        return currentActor.known().map(Actor::name).orElse("");
    }

    /** The part of the name one greets with: all of a Chinese name, the first word of others. */
    public String getFirstName() {
        return getPerson().strip().split("\\s+")[0];
    }

    /** The sandbox's own date, as the chip in the top bar shows it. */
    public String getToday() {
        return t.with("faces", "sandbox_today", "day", formats.day(tenantClock.now()));
    }

    /** Whether the console is open to this person, or the store screen only. */
    public boolean isConsole() {
        return may(Permission.REPORTS_VIEW.name()) || may(Permission.PROGRAMS_VIEW.name());
    }

    /** The same for a page that shows nothing else which would refuse. Refuses with NOT_PERMITTED. */
    public boolean isInConsole() {
        if (!isConsole()) {
            throw new Refusal(SecurityRefusal.NOT_PERMITTED);
        }
        return true;
    }

    /** Where the product begins for this person: the console, the store screen, or sign-in. */
    public String start() {
        if (!isSignedIn()) {
            return "/signin?faces-redirect=true";
        }
        return (isConsole() ? "/console/home" : "/store/index") + "?faces-redirect=true";
    }

    /** Whether the person may do what the permission of that name allows. */
    public boolean may(String permission) {
        Permission wanted = Permission.valueOf(permission);
        return currentActor.known().map(actor -> actor.may(wanted)).orElse(false);
    }

    /** Refuses with NOT_PERMITTED whoever may not; a button that isn't shown is no protection against its request. */
    public void must(String permission) {
        if (!may(permission)) {
            throw new Refusal(SecurityRefusal.NOT_PERMITTED);
        }
    }
}
