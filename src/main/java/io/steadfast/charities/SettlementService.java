package io.steadfast.charities;

import io.steadfast.charities.core.Charity;
import io.steadfast.charities.core.CharityRefusal;
import io.steadfast.charities.core.Donation;
import io.steadfast.charities.core.DonationBook;
import io.steadfast.charities.core.DonationChange;
import io.steadfast.charities.core.Part;
import io.steadfast.charities.core.Settlement;
import io.steadfast.charities.store.CharityRepository;
import io.steadfast.charities.store.DonationRepository;
import io.steadfast.charities.store.SettlementRepository;
import io.steadfast.platform.audit.AuditTrail;
import io.steadfast.platform.persistence.Ids;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.platform.security.CurrentActor;
import io.steadfast.platform.tenancy.CurrentTenant;
import io.steadfast.platform.time.TenantClock;
import io.steadfast.programs.core.CharityCode;
import io.steadfast.shared.Money;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Pays confirmed donations to charities, batch by batch. What is in a batch never changes again. */
@Stateless
public class SettlementService {

    /** What one batch holds at most; a further call makes the next one. */
    private static final int MOST_DONATIONS = 10_000;

    private static final int DUE_CHUNK = 1_000;

    @Inject
    private CharityRepository charities;

    @Inject
    private DonationRepository donations;

    @Inject
    private SettlementRepository settlements;

    @Inject
    private DueDonations due;

    @Inject
    private DonationEvents events;

    @Inject
    private CurrentActor actor;

    @Inject
    private CurrentTenant tenant;

    @Inject
    private TenantClock clock;

    @Inject
    private AuditTrail audit;

    /**
     * Makes a batch of everything that is confirmed for a charity now, by the clock.
     *
     * <p>Refuses {@code CHARITY_UNKNOWN} (404), {@code CHARITY_CLOSED}, {@code NOTHING_TO_SETTLE} (422).
     */
    public Settlement settle(CharityCode code) {
        Charity charity = charities.lock(code).orElseThrow(() -> new Refusal(CharityRefusal.CHARITY_UNKNOWN));
        if (!charity.open()) {
            throw new Refusal(CharityRefusal.CHARITY_CLOSED, Map.of("charity", code.value()));
        }
        Instant now = clock.now();
        boolean more = true;
        while (more) {
            more = due.book(now, DUE_CHUNK);
        }
        List<Donation> confirmed = donations.confirmed(code, MOST_DONATIONS);
        if (confirmed.isEmpty()) {
            throw new Refusal(CharityRefusal.NOTHING_TO_SETTLE, Map.of("charity", code.value()));
        }
        Settlement settlement = new Settlement(
                Ids.next(),
                settlements.nextNumber(),
                code,
                charity.profile().name(),
                charity.profile().registration(),
                now,
                totals(confirmed),
                actor.actor().name(),
                Optional.empty());
        settlements.add(settlement);
        List<DonationChange> changes = confirmed.stream()
                .map(each -> DonationBook.settle(each, settlement.id(), now))
                .toList();
        donations.write(changes, new DonationRepository.Occasion(Optional.empty(), Optional.of(settlement.id()), now));
        events.settled(settlement);
        audit.record("charity.settled", "settlement", settlement.id().toString(), null, settlement.paid());
        return settlement;
    }

    private static List<Settlement.Total> totals(List<Donation> confirmed) {
        record Kind(String currency, Part part) {}
        Map<Kind, Settlement.Total> totals = new LinkedHashMap<>();
        for (Donation each : confirmed) {
            totals.merge(
                    new Kind(each.currency().getCurrencyCode(), each.key().part()),
                    new Settlement.Total(each.key().part(), new Money(each.amount(), each.currency()), 1),
                    (one, other) -> new Settlement.Total(
                            one.part(), one.amount().plus(other.amount()), one.donations() + other.donations()));
        }
        List<Settlement.Total> sorted = new ArrayList<>(totals.values());
        sorted.sort(Comparator.comparing(
                        (Settlement.Total total) -> total.amount().currency().getCurrencyCode())
                .thenComparing(Settlement.Total::part));
        return sorted;
    }

    /** Refuses {@code SETTLEMENT_UNKNOWN} (404). */
    public Settlement get(CharityCode charity, UUID id) {
        return settlements.find(charity, id).orElseThrow(() -> new Refusal(CharityRefusal.SETTLEMENT_UNKNOWN));
    }

    /** A charity's batches, the latest first, before the given number. Refuses {@code CHARITY_UNKNOWN} (404). */
    public List<Settlement> list(CharityCode charity, Optional<Long> before, int most) {
        if (charities.find(charity).isEmpty()) {
            throw new Refusal(CharityRefusal.CHARITY_UNKNOWN);
        }
        return settlements.page(charity, before.orElse(Long.MAX_VALUE), most);
    }

    /** A batch's donations as RFC 4180 text in UTF-8, one line each. Refuses {@code SETTLEMENT_UNKNOWN} (404). */
    public byte[] csv(CharityCode charity, UUID id) {
        return SettlementCsv.of(donations.ofSettlement(get(charity, id).id(), new UUID(0, 0), MOST_DONATIONS));
    }

    /** A batch's receipt. Refuses {@code SETTLEMENT_UNKNOWN} (404). */
    public byte[] pdf(CharityCode charity, UUID id, Locale language) {
        return SettlementPdf.of(get(charity, id), tenant.tenant(), language);
    }

    /**
     * Keeps that the charity has acknowledged a batch; the same reference again changes nothing.
     *
     * <p>Refuses {@code SETTLEMENT_UNKNOWN} (404), {@code ALREADY_RECEIPTED} (409).
     */
    public Settlement receipted(CharityCode charity, UUID id, String reference) {
        get(charity, id);
        boolean first = settlements.receipt(id, new Settlement.Receipt(clock.now(), reference));
        Settlement settlement = get(charity, id);
        String kept = settlement.receipt().map(Settlement.Receipt::reference).orElseThrow();
        if (!first && !kept.equals(reference)) {
            throw new Refusal(CharityRefusal.ALREADY_RECEIPTED, Map.of("reference", kept));
        }
        if (first) {
            audit.record("charity.receipted", "settlement", id.toString(), null, Map.of("reference", reference));
        }
        return settlement;
    }
}
