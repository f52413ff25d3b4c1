package io.steadfast.tills.faces;

import io.steadfast.platform.security.CurrentActor;
import io.steadfast.platform.settings.Setting;
import io.steadfast.platform.settings.TenantSettings;
import io.steadfast.platform.tenancy.CurrentTenant;
import io.steadfast.platform.tenancy.NoTenantException;
import io.steadfast.shared.TenantSlug;
import io.steadfast.tills.TillService;
import io.steadfast.tills.core.Place;
import io.steadfast.tills.core.Till;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** The till that this browser is, and the place where its work is done. */
@Named("tillHere")
@RequestScoped
public class TillHere {

    /** The cookie's name; its value is the brand's short name, a dot and the till's secret. */
    public static final String COOKIE = "steadfast_till";

    /** As long as browsers keep one; each registration begins anew. */
    private static final int SECONDS = Math.toIntExact(Duration.ofDays(400).toSeconds());

    @Inject
    private TillService tills;

    @Inject
    private TenantSettings settings;

    @Inject
    private CurrentTenant currentTenant;

    @Inject
    private CurrentActor currentActor;

    @Inject
    private HttpServletRequest request;

    private @Nullable Optional<Till> till;

    /** The brand whose till this browser says to be; not checked yet. */
    Optional<TenantSlug> brand() {
        try {
            return cookie().map(value -> new TenantSlug(value.substring(0, value.indexOf('.'))));
        } catch (IllegalArgumentException noSlug) {
            return Optional.empty();
        }
    }

    /** The till, where it stands and is one of the brand in hand, or, with empty hands, of the brand it names. */
    public Optional<Till> getTill() {
        if (till == null) {
            till = brand().flatMap(slug -> within(
                    slug, () -> cookie().flatMap(value -> tills.identified(value.substring(value.indexOf('.') + 1)))));
        }
        return till;
    }

    /** Work with the brand of this browser's till in hand. */
    <T> Optional<T> inBrand(Callable<Optional<T>> work) {
        return brand().flatMap(slug -> within(slug, work));
    }

    private <T> Optional<T> within(TenantSlug slug, Callable<Optional<T>> work) {
        boolean inHand = currentTenant.known().isPresent();
        try {
            if (inHand) {
                return currentTenant.slug().equals(slug) ? work.call() : Optional.empty();
            }
            return currentTenant.call(slug, work);
        } catch (NoTenantException gone) {
            return Optional.empty();
        } catch (RuntimeException failed) {
            throw failed;
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Where the person in hand works: at this till, else at their store; the first of several; an owner's nowhere in particular. */
    public Place getPlace() {
        Set<String> stores = new TreeSet<>(currentActor.actor().stores());
        Optional<Till> here = getTill().filter(one -> currentActor.actor().servesStore(one.store()));
        Optional<String> store = stores.stream().findFirst();
        return here.map(Till::place)
                .orElseGet(() -> new Place(
                        store,
                        Optional.empty(),
                        store.map(this::source).orElseGet(() -> settings.value(Setting.SALES_SOURCE))));
    }

    private String source(String store) {
        return settings.own(Setting.SALES_SOURCE, store)
                .orElseGet(() -> settings.value(Setting.SALES_SOURCE) + "-" + store);
    }

    /** Seconds without a touch after which this browser locks itself; 0 where it is no till. */
    public long getIdleSeconds() {
        return getTill().isPresent()
                ? Duration.ofMinutes(settings.number(Setting.TILL_IDLE_MINUTES)).toSeconds()
                : 0;
    }

    /** The cookie that makes a browser the till of a secret. */
    Cookie cookie(TenantSlug slug, String secret) {
        Cookie cookie = new Cookie(COOKIE, slug.value() + "." + secret);
        cookie.setPath("/");
        cookie.setMaxAge(SECONDS);
        cookie.setHttpOnly(true);
        cookie.setSecure(request.isSecure());
        cookie.setAttribute("SameSite", "Lax");
        return cookie;
    }

    private Optional<String> cookie() {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(COOKIE))
                        .map(Cookie::getValue)
                        .filter(value -> value.indexOf('.') > 0)
                        .findFirst();
    }
}
