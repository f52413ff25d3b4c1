package io.steadfast.programs.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the first publish fixes for good, because receipts, lots and tier histories lean on it: zone, currency, wallets with their
 * units, and the codes of tier sets, tiers and plans. New ones may be added; a tier keeps its place, because a member's standing
 * is a step on the ladder, so that new tiers come above.
 */
public final class FixedParts {

    private FixedParts() {}

    /** Paths of the parts in which the next version differs from the published one. */
    public static List<String> changed(ProgramDocument published, ProgramDocument next) {
        List<String> paths = new ArrayList<>();
        compare(published.basics().code(), next.basics().code(), "basics.code", paths);
        compare(published.basics().zone(), next.basics().zone(), "basics.zone", paths);
        compare(published.basics().currency(), next.basics().currency(), "basics.currency", paths);
        for (Wallet wallet : published.wallets()) {
            walletChanged(wallet, next, paths);
        }
        for (TierSet set : published.tierSets()) {
            tiersChanged(set, next, paths);
        }
        for (Plan plan : published.plans()) {
            if (next.plan(plan.code()).isEmpty()) {
                paths.add("plans[" + plan.code() + "]");
            }
        }
        return List.copyOf(paths);
    }

    private static void walletChanged(Wallet wallet, ProgramDocument next, List<String> paths) {
        int index = index(next.wallets(), Wallet::code, wallet.code());
        if (index < 0) {
            paths.add("wallets[" + wallet.code() + "]");
            return;
        }
        Wallet other = next.wallets().get(index);
        compare(wallet.unit(), other.unit(), "wallets[" + index + "].unit", paths);
        compare(wallet.purpose(), other.purpose(), "wallets[" + index + "].purpose", paths);
        compare(wallet.decimals(), other.decimals(), "wallets[" + index + "].decimals", paths);
    }

    private static void tiersChanged(TierSet set, ProgramDocument next, List<String> paths) {
        int index = index(next.tierSets(), TierSet::code, set.code());
        if (index < 0) {
            paths.add("tierSets[" + set.code() + "]");
            return;
        }
        List<Tier> tiers = next.tierSets().get(index).tiers();
        for (int place = 0; place < set.tiers().size(); place++) {
            Tier tier = set.tiers().get(place);
            if (index(tiers, Tier::code, tier.code()) != place) {
                paths.add("tierSets[" + index + "].tiers[" + tier.code() + "]");
            }
        }
    }

    private static <T, C> int index(List<T> all, Function<T, C> code, C wanted) {
        Optional<T> found =
                all.stream().filter(one -> code.apply(one).equals(wanted)).findFirst();
        return found.map(all::indexOf).orElse(-1);
    }

    private static void compare(Object published, Object next, String path, List<String> paths) {
        if (!published.equals(next)) {
            paths.add(path);
        }
    }
}
