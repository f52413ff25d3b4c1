package io.steadfast.accrual.core;

import io.steadfast.programs.core.EarningRule;
import io.steadfast.programs.core.ExpiryCalculator;
import io.steadfast.programs.core.ExpiryPolicy;
import io.steadfast.programs.core.ProgramDocument;
import io.steadfast.programs.core.TierSet;
import io.steadfast.programs.core.TierSetRef;
import io.steadfast.programs.core.Wallet;
import io.steadfast.shared.TierCode;
import io.steadfast.shared.WalletCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** From when and until when granted points are usable, by rule, tier and wallet in this precedence (domain 25b). */
public final class GrantDates {

    private final ProgramDocument document;
    private final Map<TierSetRef, TierCode> tiers;
    private final Instant occurredAt;

    /**
     * @param tiers the member's at {@code occurredAt}: the tier at the activity date counts
     * @param occurredAt of the order or activity
     */
    public GrantDates(ProgramDocument document, Map<TierSetRef, TierCode> tiers, Instant occurredAt) {
        this.document = document;
        this.tiers = Map.copyOf(tiers);
        this.occurredAt = occurredAt;
    }

    public Activation activation(EarningRule rule, Optional<Instant> fulfilledAt) {
        return ActivationCalculator.of(
                rule.pending().orElse(document.earning().pending()),
                occurredAt,
                fulfilledAt,
                document.basics().zone());
    }

    /** The exclusive instant at which the lot lapses by its own date; empty for never or while it waits. */
    public Optional<Instant> expiry(EarningRule rule, WalletCode wallet, Optional<Instant> activeAt) {
        return rule.expiry().isEmpty() ? expiry(wallet, activeAt) : expiry(rule.expiry(), activeAt);
    }

    /** The same for points that no rule of the document gave. */
    public Optional<Instant> expiry(WalletCode wallet, Optional<Instant> activeAt) {
        return expiry(accountPolicies(wallet), activeAt);
    }

    /** The same for points that are usable at once. */
    public Optional<Instant> expiryAtOnce(WalletCode wallet) {
        return expiry(wallet, Optional.of(occurredAt));
    }

    private Optional<Instant> expiry(List<ExpiryPolicy> policies, Optional<Instant> activeAt) {
        return ExpiryCalculator.lotExpiry(
                policies, occurredAt, activeAt, document.basics().zone());
    }

    /**
     * To when an account's deadline moves under these policies, if what happened then counts by any of them; empty where they
     * know no inactivity.
     */
    public Optional<Instant> anyInactivityDeadline(WalletCode wallet) {
        return inactivityDeadline(wallet, EnumSet.allOf(ExpiryPolicy.KeepsAlive.class));
    }

    /** To when using points moves the account's deadline; empty where that doesn't keep it alive. */
    public Optional<Instant> deadlineOfUse(WalletCode wallet) {
        return inactivityDeadline(wallet, EnumSet.of(ExpiryPolicy.KeepsAlive.BURN));
    }

    /** The exclusive instant to which this moves the account's deadline. */
    Optional<Instant> inactivityDeadline(WalletCode wallet, Set<ExpiryPolicy.KeepsAlive> kinds) {
        return ExpiryCalculator.inactivityDeadline(
                accountPolicies(wallet), occurredAt, kinds, document.basics().zone());
    }

    /** The tiers' policies where any of them has its own, else the wallet's. */
    private List<ExpiryPolicy> accountPolicies(WalletCode wallet) {
        List<ExpiryPolicy> ofTiers = new ArrayList<>();
        for (TierSet set : document.tierSets()) {
            TierCode tier = tiers.get(new TierSetRef(document.basics().code(), set.code()));
            int rank = tier == null ? 0 : set.rankOf(tier);
            if (rank >= 0 && rank < set.tiers().size()) {
                ofTiers.addAll(set.tiers().get(rank).expiry().getOrDefault(wallet, List.of()));
            }
        }
        return ofTiers.isEmpty() ? document.wallet(wallet).map(Wallet::expiry).orElse(List.of()) : ofTiers;
    }
}
