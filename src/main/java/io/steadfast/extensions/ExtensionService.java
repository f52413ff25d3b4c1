package io.steadfast.extensions;

import io.steadfast.extensions.core.Extension;
import io.steadfast.extensions.core.ExtensionItem;
import io.steadfast.extensions.core.ExtensionRefusal;
import io.steadfast.extensions.core.ExtensionWish;
import io.steadfast.extensions.store.ExtensionItems;
import io.steadfast.extensions.store.ExtensionStore;
import io.steadfast.platform.audit.AuditTrail;
import io.steadfast.platform.persistence.Ids;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.platform.security.Actor;
import io.steadfast.platform.security.ApiKeyService;
import io.steadfast.platform.security.CurrentActor;
import io.steadfast.platform.time.TenantClock;
import io.steadfast.programs.ProgramService;
import io.steadfast.programs.core.ProgramDocument;
import io.steadfast.programs.core.Wallet;
import io.steadfast.shared.Money;
import io.steadfast.shared.WalletCode;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Mass extensions from the wish to the start of the run; {@link ExtensionRunService} does the work. */
@Stateless
public class ExtensionService {

    /** Lots, accounts and tiers in one extension; a larger selection is cut by date. */
    public static final int MOST_ITEMS = 1_000_000;

    private static final String KIND = "extension";
    private static final String KEY = Actor.Kind.KEY + ":";

    @Inject
    private ExtensionStore extensions;

    @Inject
    private ExtensionItems items;

    @Inject
    private ProgramService programs;

    @Inject
    private ApiKeyService keys;

    @Inject
    private CurrentActor currentActor;

    @Inject
    private AuditTrail audit;

    @Inject
    private TenantClock clock;

    /**
     * Selects and counts; moves nothing. What is selected now is what will be extended, each to the end shown.
     *
     * <p>Refuses EXTENSION_PROGRAM_UNKNOWN, EXTENSION_SELECTS_NOTHING and EXTENSION_TOO_LARGE.
     */
    public Extension request(ExtensionWish wish) {
        Instant now = clock.now();
        ProgramDocument document = programs.inForce(wish.selection().program(), now)
                .orElseThrow(() -> new Refusal(ExtensionRefusal.EXTENSION_PROGRAM_UNKNOWN))
                .document();
        List<ExtensionItem> selected = selected(wish, document, now);
        if (selected.isEmpty()) {
            throw new Refusal(ExtensionRefusal.EXTENSION_SELECTS_NOTHING);
        }
        UUID id = Ids.next();
        extensions.add(id, wish, by(), now, liability(selected, document));
        items.add(id, selected);
        audit.record("extension.requested", KIND, id.toString(), null, wish);
        return find(id);
    }

    private List<ExtensionItem> selected(ExtensionWish wish, ProgramDocument document, Instant now) {
        ZoneId zone = document.basics().zone();
        ExtensionItems.Range range = range(wish.selection(), document, now);
        List<ExtensionItems.Ending> endings = new ArrayList<>();
        if (wish.selection().what().points()) {
            endings.addAll(items.lots(wish.selection(), range));
            endings.addAll(items.accounts(wish.selection(), range));
        }
        if (wish.selection().what().tiers()) {
            endings.addAll(items.tiers(wish.selection(), range));
        }
        if (endings.size() > MOST_ITEMS) {
            throw new Refusal(ExtensionRefusal.EXTENSION_TOO_LARGE, Map.of("most", MOST_ITEMS));
        }
        return endings.stream()
                .map(ending -> ExtensionItems.item(ending, later(ending.end(), wish.term(), zone)))
                .filter(item -> item.newEnd().isAfter(item.formerEnd()))
                .toList();
    }

    /** What the selected points come to, by the value of a point and the share expected to be used; as in the reports. */
    private static Optional<Money> liability(List<ExtensionItem> selected, ProgramDocument document) {
        Map<WalletCode, Long> points = selected.stream()
                .filter(item -> item.wallet().isPresent())
                .collect(Collectors.groupingBy(
                        item -> item.wallet().get(), Collectors.summingLong(ExtensionItem::points)));
        return document.wallets().stream()
                .filter(wallet -> points.containsKey(wallet.code()))
                .flatMap(wallet ->
                        wallet.value().map(value -> value.worth(points.getOrDefault(wallet.code(), 0L))).stream())
                .reduce(BigDecimal::add)
                .map(worth -> new Money(
                        worth.setScale(0, RoundingMode.HALF_UP).longValueExact(),
                        document.basics().currency()));
    }

    private static ExtensionItems.Range range(
            ExtensionWish.Selection selection, ProgramDocument document, Instant now) {
        ZoneId zone = document.basics().zone();
        Set<WalletCode> wallets = selection
                .wallet()
                .map(Set::of)
                .orElseGet(() -> document.wallets().stream().map(Wallet::code).collect(Collectors.toUnmodifiableSet()));
        Instant from = selection.from().map(day -> end(day, zone)).orElse(now);
        // One microsecond after now: what ends now is over.
        Instant earliest = from.isAfter(now) ? from : now.plusNanos(1_000);
        Instant latest = selection.through().map(day -> end(day, zone)).orElse(end(LocalDate.of(9999, 1, 1), zone));
        return new ExtensionItems.Range(wallets, earliest, latest, MOST_ITEMS + 1);
    }

    /** Ends lie at the end of a day in the program's zone; months are added to the last usable day. */
    private static Instant later(Instant formerEnd, ExtensionWish.Term term, ZoneId zone) {
        LocalDate lastDay = formerEnd.minusNanos(1).atZone(zone).toLocalDate();
        return end(term.lastDay(lastDay), zone);
    }

    private static Instant end(LocalDate lastDay, ZoneId zone) {
        return lastDay.plusDays(1).atStartOfDay(zone).toInstant();
    }

    /** Refuses EXTENSION_UNKNOWN. */
    public Extension find(UUID id) {
        return extensions.find(id).orElseThrow(() -> new Refusal(ExtensionRefusal.EXTENSION_UNKNOWN));
    }

    /** The newest first. */
    public List<Extension> page(Optional<UUID> after, int limit) {
        return extensions.page(after, limit);
    }

    /**
     * A second person says yes. Refuses EXTENSION_NEEDS_A_PERSON for a key, EXTENSION_OWN_REQUEST for the requester and for
     * whoever made the key that asked, and EXTENSION_OVER where it isn't waiting for that.
     */
    public Extension approve(UUID id) {
        if (currentActor.actor().kind() != Actor.Kind.PERSON) {
            throw new Refusal(ExtensionRefusal.EXTENSION_NEEDS_A_PERSON);
        }
        Extension extension = locked(id);
        if (extension.state() != Extension.State.REQUESTED) {
            throw new Refusal(ExtensionRefusal.EXTENSION_OVER);
        }
        Extension.By approver = by();
        if (approver.id().equals(extension.requester().id()) || isIssuer(approver, extension.requester())) {
            throw new Refusal(ExtensionRefusal.EXTENSION_OWN_REQUEST);
        }
        extensions.approve(id, approver, clock.now());
        audit.record("extension.approved", KIND, id.toString(), extension.state(), Extension.State.APPROVED);
        return find(id);
    }

    /** Lets it begin; a second time changes nothing. Refuses EXTENSION_NOT_APPROVED and, once undone, EXTENSION_OVER. */
    public Extension begin(UUID id) {
        Extension extension = locked(id);
        if (extension.state() == Extension.State.REQUESTED) {
            throw new Refusal(ExtensionRefusal.EXTENSION_NOT_APPROVED);
        }
        if (extension.state() == Extension.State.UNDONE) {
            throw new Refusal(ExtensionRefusal.EXTENSION_OVER);
        }
        if (extension.state() == Extension.State.APPROVED) {
            extensions.move(id, Extension.State.RUNNING, Optional.empty());
            audit.record("extension.run", KIND, id.toString(), extension.state(), Extension.State.RUNNING);
        }
        return find(id);
    }

    /** Takes it back before it runs. Refuses EXTENSION_OVER from then on: no date ever moves earlier. */
    public Extension undo(UUID id) {
        Extension extension = locked(id);
        if (!extension.state().canBeUndone()) {
            throw new Refusal(ExtensionRefusal.EXTENSION_OVER);
        }
        extensions.move(id, Extension.State.UNDONE, Optional.of(clock.now()));
        audit.record("extension.undone", KIND, id.toString(), extension.state(), Extension.State.UNDONE);
        return find(id);
    }

    /** Whether the requester is a key that the approver made: who knows its secret may have asked with it. */
    private boolean isIssuer(Extension.By approver, Extension.By requester) {
        if (!requester.id().startsWith(KEY)) {
            return false;
        }
        UUID key = UUID.fromString(requester.id().substring(KEY.length()));
        return keys.issuer(key).equals(Optional.of(approver.id()));
    }

    private Extension locked(UUID id) {
        return extensions.lock(id).orElseThrow(() -> new Refusal(ExtensionRefusal.EXTENSION_UNKNOWN));
    }

    private Extension.By by() {
        Actor actor = currentActor.actor();
        return new Extension.By(actor.named(), actor.name());
    }
}
