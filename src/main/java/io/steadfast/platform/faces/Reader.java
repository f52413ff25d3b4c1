package io.steadfast.platform.faces;

import io.steadfast.platform.i18n.Language;
import io.steadfast.platform.settings.Setting;
import io.steadfast.platform.settings.TenantSettings;
import io.steadfast.platform.tenancy.CurrentTenant;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Who reads the page: language, theme, and the place whose calendar and coins they are used to. */
@RequestScoped
public class Reader {
    static final String LANGUAGE_COOKIE = "steadfast-language";
    private static final String THEME_COOKIE = "steadfast-theme";

    @Inject
    private HttpServletRequest request;

    @Inject
    private CurrentTenant currentTenant;

    @Inject
    private TenantSettings settings;

    private @Nullable Language spoken;

    /** What is written for somebody else, as a member's card is, in their language; numbers and days too. */
    public <T> T in(Language other, Supplier<T> written) {
        Language before = spoken;
        spoken = other;
        try {
            return written.get();
        } finally {
            spoken = before;
        }
    }

    /** What the brand speaks to its members: what it set, else what is spoken where it is. */
    public Language brands() {
        return tenants()
                .or(() -> currentTenant.known().flatMap(tenant -> Language.of(tenant.locale())))
                .orElseGet(this::language);
    }

    /** The language chosen on this device, else the one the tenant set, else the browser's first that the product speaks. */
    public Language language() {
        if (spoken != null) {
            return spoken;
        }
        return cookie(LANGUAGE_COOKIE)
                .flatMap(Language::of)
                .or(this::tenants)
                .orElseGet(() -> Language.wished(request.getLocales()));
    }

    private Optional<Language> tenants() {
        return currentTenant.known().flatMap(tenant -> Language.of(settings.value(Setting.LANGUAGE)));
    }

    /** How numbers and dates are written: as in the tenant's country where it speaks the reader's language. */
    public Locale locale() {
        Language language = language();
        Locale home = currentTenant.known().map(tenant -> tenant.locale()).orElse(Locale.UK);
        if (Language.of(home).equals(Optional.of(language))) {
            return home;
        }
        return language == Language.ENGLISH ? Locale.UK : language.locale();
    }

    /** {@code light} or {@code dark} as chosen on this device; empty follows the system. */
    public Optional<String> theme() {
        return cookie(THEME_COOKIE).filter(theme -> theme.equals("light") || theme.equals("dark"));
    }

    /** The zone the tenant's people live in; UTC before anybody signed in. */
    public ZoneId zone() {
        return currentTenant.known().map(tenant -> tenant.zone()).orElse(ZoneOffset.UTC);
    }

    private Optional<String> cookie(String name) {
        Cookie[] cookies = request.getCookies();
        if (cookies == null) {
            return Optional.empty();
        }
        return Arrays.stream(cookies)
                .filter(cookie -> cookie.getName().equals(name))
                .map(Cookie::getValue)
                .findFirst();
    }
}
