package io.steadfast.choices;

import io.steadfast.choices.core.ChoiceRefusal;
import io.steadfast.choices.core.Codes;
import io.steadfast.choices.core.Store;
import io.steadfast.choices.core.StoreProfile;
import io.steadfast.choices.store.StoreRepository;
import io.steadfast.platform.audit.AuditTrail;
import io.steadfast.platform.refusals.FieldErrors;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.platform.rest.Versions;
import io.steadfast.platform.time.TenantClock;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The tenant's stores. */
@Stateless
public class StoreService {

    @Inject
    private StoreRepository stores;

    @Inject
    private TenantClock clock;

    @Inject
    private AuditTrail audit;

    /** Adds a store. Refuses {@code CODE_NOT_VALID}, {@code ENDS_BEFORE_IT_BEGINS} (400) and {@code STORE_EXISTS} (409). */
    public Store add(String code, StoreProfile profile) {
        if (!Codes.isStore(code)) {
            throw FieldErrors.one("code", ChoiceRefusal.CODE_NOT_VALID);
        }
        refuseBackwards(profile);
        if (!stores.add(code, profile, clock.now())) {
            throw new Refusal(ChoiceRefusal.STORE_EXISTS, Map.of("store", code));
        }
        audit.record("store.added", "store", code, null, shown(profile));
        return known(code);
    }

    public Optional<Store> find(String code) {
        return stores.find(code);
    }

    /** As {@link #find}, in one round trip with whatever else is asked by the time it is needed. */
    public Supplier<Optional<Store>> ask(String code) {
        return stores.ask(code);
    }

    /** Stores by code after the given one, {@code ""} for the first, at most so many. */
    public List<Store> list(String after, int most) {
        return stores.page(after, most);
    }

    /** Of at most so many stores those that are active at this moment, each by the calendar of its own zone. */
    public List<Store> active(int most) {
        Instant now = clock.now();
        return stores.page("", most).stream()
                .filter(store ->
                        store.activeOn(now.atZone(store.profile().zone()).toLocalDate()))
                .toList();
    }

    /**
     * Puts a profile in place of the store's.
     *
     * <p>Refuses {@code ENDS_BEFORE_IT_BEGINS} (400), {@code STORE_UNKNOWN} (404) and a store that was changed since {@code
     * version} was read (412).
     */
    public Store change(String code, long version, StoreProfile profile) {
        refuseBackwards(profile);
        Store before = known(code);
        Versions.same(before.version(), version);
        if (!stores.change(code, version, profile, clock.now())) {
            Versions.same(known(code).version(), version);
        }
        audit.record("store.changed", "store", code, shown(before.profile()), shown(profile));
        return known(code);
    }

    private Store known(String code) {
        return stores.find(code).orElseThrow(() -> new Refusal(ChoiceRefusal.STORE_UNKNOWN));
    }

    private static void refuseBackwards(StoreProfile profile) {
        if (profile.activeUntil()
                .filter(last -> profile.activeFrom().filter(last::isBefore).isPresent())
                .isPresent()) {
            throw FieldErrors.one("activeUntil", ChoiceRefusal.ENDS_BEFORE_IT_BEGINS);
        }
    }

    private static Map<String, Object> shown(StoreProfile profile) {
        return Map.of(
                "name", profile.name(),
                "brand", profile.brand(),
                "region", profile.region(),
                "country", profile.country(),
                "currency", profile.currency().getCurrencyCode(),
                "zone", profile.zone().getId(),
                "activeFrom", profile.activeFrom(),
                "activeUntil", profile.activeUntil());
    }
}
