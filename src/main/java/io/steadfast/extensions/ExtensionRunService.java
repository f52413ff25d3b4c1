package io.steadfast.extensions;

import io.steadfast.extensions.core.Extension;
import io.steadfast.extensions.core.ExtensionItem;
import io.steadfast.extensions.store.ExtensionItems;
import io.steadfast.extensions.store.ExtensionStore;
import io.steadfast.ledger.LedgerService;
import io.steadfast.ledger.core.Cause;
import io.steadfast.ledger.core.Movement;
import io.steadfast.ledger.core.Posting;
import io.steadfast.platform.persistence.TenantStore;
import io.steadfast.platform.time.TenantClock;
import io.steadfast.programs.core.TierSetCode;
import io.steadfast.programs.core.TierSetRef;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.WalletCode;
import io.steadfast.tiers.ManualTierService;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Does an approved extension, some members at a time; a run that was cut off goes on where it stopped. */
@Stateless
public class ExtensionRunService {

    /** So few that nobody waits long for a member's lock. */
    private static final int MEMBERS_A_TRANSACTION = 50;

    private static final int RUNNING_AT_ONCE = 20;
    private static final String REASON = "EXTENSION";
    private static final String SYSTEM = "extension";

    @Inject
    private ExtensionStore extensions;

    @Inject
    private ExtensionItems items;

    @Inject
    private TenantStore store;

    @Inject
    private LedgerService ledger;

    @Inject
    private ManualTierService tiers;

    @Inject
    private TenantClock clock;

    /** Extensions that were begun and aren't done. */
    public List<UUID> running() {
        return extensions.running(RUNNING_AT_ONCE);
    }

    /**
     * Extends what is left of some members. The extension's own row is locked before any member's: it isn't among the business
     * locks that others take, and whoever holds a member's never waits for it (request, approval, start and undo lock it alone), so
     * that no circle can close. Members follow in the order of their ids.
     *
     * @return where it stands now
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public Extension runSome(UUID id) {
        Extension extension = extensions.lock(id).orElseThrow();
        if (extension.state() != Extension.State.RUNNING) {
            return extension;
        }
        store.repeatStatements();
        List<MemberId> members = items.nextMembers(id, MEMBERS_A_TRANSACTION);
        members.forEach(member -> extend(extension, member));
        if (members.size() < MEMBERS_A_TRANSACTION) {
            extensions.move(id, Extension.State.DONE, Optional.of(clock.now()));
        }
        return extensions.find(id).orElseThrow();
    }

    private void extend(Extension extension, MemberId member) {
        ledger.lockMember(member);
        Instant now = clock.now();
        List<ExtensionItem> fitting = new ArrayList<>();
        List<ExtensionItem> passedOver = new ArrayList<>();
        List<Movement> movements = new ArrayList<>();
        Map<WalletCode, Instant> accounts = new HashMap<>();
        for (ExtensionItems.Open open : items.of(extension.id(), member, now)) {
            ExtensionItem item = open.item();
            boolean fits = open.fits() && item.newEnd().isAfter(now) && isHeldOn(extension, item);
            (fits ? fitting : passedOver).add(item);
            if (fits) {
                item.lot().ifPresent(lot -> movements.add(redate(extension, lot, item.newEnd())));
                item.account().ifPresent(account -> accounts.put(account.wallet(), item.newEnd()));
            }
        }
        if (!movements.isEmpty()) {
            ledger.post(new Posting(member, now, movements, Map.of()));
        }
        accounts.forEach((wallet, until) -> ledger.moveDeadline(member, wallet, Optional.of(until)));
        items.settle(extension.id(), fitting, "EXTENDED");
        items.settle(extension.id(), passedOver, "PASSED_OVER");
    }

    private static Movement redate(Extension extension, ExtensionItem.Lot lot, Instant newEnd) {
        Cause cause = Cause.of(new Cause.Authority(
                        "PERSON", extension.approver().orElseThrow().id(), REASON))
                .about(SYSTEM, extension.id().toString());
        return new Movement.Redate(lot.wallet(), lot.id(), Optional.empty(), Optional.of(newEnd), cause);
    }

    /** Holds an item's tier to its new end where it is still held; what isn't a tier has nothing to hold. */
    private boolean isHeldOn(Extension extension, ExtensionItem item) {
        return item.tier()
                .map(tier -> tiers.prolong(new ManualTierService.Wish(
                        item.member(),
                        new TierSetRef(extension.wish().selection().program(), new TierSetCode(tier.set())),
                        tier.code(),
                        item.newEnd(),
                        extension.wish().reason())))
                .orElse(true);
    }
}
