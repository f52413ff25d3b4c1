package io.steadfast.charities;

import io.steadfast.charities.core.Charity;
import io.steadfast.charities.core.CharityProfile;
import io.steadfast.charities.core.CharityRefusal;
import io.steadfast.charities.core.CharityStatus;
import io.steadfast.charities.core.CharityTotal;
import io.steadfast.charities.store.CharityRepository;
import io.steadfast.charities.store.SettlementRepository;
import io.steadfast.platform.audit.AuditTrail;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.platform.rest.Versions;
import io.steadfast.platform.time.TenantClock;
import io.steadfast.programs.core.CharityCode;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The tenant's register of charities. */
@Stateless
public class CharityService {

    /** What one close moves at once; more is left to the work that falls due. */
    private static final int MOVED_AT_ONCE = 2_000;

    @Inject
    private CharityRepository charities;

    @Inject
    private SettlementRepository settlements;

    @Inject
    private DueDonations due;

    @Inject
    private TenantClock clock;

    @Inject
    private AuditTrail audit;

    /** Adds a charity. Refuses {@code CHARITY_EXISTS} (409), {@code CHARITY_CODE_NOT_VALID}, {@code URL_NOT_VALID} (400). */
    public Charity add(CharityCode code, CharityProfile profile) {
        if (code.value().equals(PledgeFollower.UNASSIGNED)) {
            throw new Refusal(CharityRefusal.CHARITY_CODE_NOT_VALID);
        }
        refuseOtherAddress(profile);
        if (!charities.add(code, profile, clock.now())) {
            throw new Refusal(CharityRefusal.CHARITY_EXISTS, Map.of("charity", code.value()));
        }
        audit.record("charity.added", "charity", code.value(), null, profile);
        return charities.find(code).orElseThrow();
    }

    private static void refuseOtherAddress(CharityProfile profile) {
        if (profile.url().filter(url -> !WebAddress.isOne(url)).isPresent()) {
            throw new Refusal(CharityRefusal.URL_NOT_VALID);
        }
    }

    public Optional<Charity> find(CharityCode code) {
        return charities.find(code);
    }

    /** Charities by code after the given one, {@code ""} for the first, at most so many. */
    public List<Charity> list(String after, int most) {
        return charities.page(after, most);
    }

    /**
     * Puts a profile in place of the charity's. Closing one takes what it wasn't paid yet from it: that goes to the next
     * choice of each member, or waits for one.
     *
     * <p>Refuses {@code URL_NOT_VALID} (400), {@code CHARITY_UNKNOWN} (404) and a charity that was changed since {@code version} was read (412).
     */
    public Charity change(CharityCode code, long version, CharityProfile profile) {
        refuseOtherAddress(profile);
        Charity before = charities.lock(code).orElseThrow(() -> new Refusal(CharityRefusal.CHARITY_UNKNOWN));
        Versions.same(before.version(), version);
        Instant now = clock.now();
        boolean closing = before.open() && profile.status() == CharityStatus.CLOSED;
        Optional<Instant> closedAt = profile.status() == CharityStatus.OPEN
                ? Optional.empty()
                : before.closedAt().or(() -> Optional.of(now));
        charities.change(new Charity(code, profile, closedAt, version), now);
        if (closing) {
            due.takeFromClosed(now, MOVED_AT_ONCE);
        }
        audit.record("charity.changed", "charity", code.value(), before.profile(), profile);
        return charities.find(code).orElseThrow();
    }

    /** What stands for these charities now, by state and funds. */
    public List<CharityTotal> totals(List<CharityCode> codes) {
        return settlements.totals(codes, SettlementRepository.Waiting.LEFT_OUT, clock.now());
    }

    /** As {@link #totals}, with what waits for a choice. */
    public List<CharityTotal> totalsWithWaiting(List<CharityCode> codes) {
        return settlements.totals(codes, SettlementRepository.Waiting.COUNTED, clock.now());
    }
}
