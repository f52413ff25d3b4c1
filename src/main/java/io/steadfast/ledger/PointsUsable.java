package io.steadfast.ledger;

import io.steadfast.shared.MemberId;
import io.steadfast.shared.WalletCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Where a use case says, as its last word, that points became usable: given by hand, set free, due, merged. */
@ApplicationScoped
public class PointsUsable {

    @Inject
    @Any
    private Instance<PointsFollower> followers;

    @Inject
    private LedgerService ledger;

    /** Whether anybody waits for points of any wallet. */
    boolean anybodyWaits() {
        return followers.stream().anyMatch(PointsFollower::waits);
    }

    /** Of one member, or of whom they were merged into. */
    public void tell(MemberId member, Set<WalletCode> wallets) {
        tell(Map.of(member, wallets));
    }

    /** Of many members, in the order of their ids. */
    public void tell(Map<MemberId, Set<WalletCode>> usable) {
        Set<WalletCode> all = new HashSet<>();
        usable.values().forEach(all::addAll);
        if (all.isEmpty()) {
            return;
        }
        for (PointsFollower follower : followers) {
            Set<WalletCode> waited = follower.waits(all);
            if (!waited.isEmpty()) {
                usable.keySet().stream().sorted().forEach(member -> {
                    Set<WalletCode> own = new HashSet<>(usable.getOrDefault(member, Set.of()));
                    own.retainAll(waited);
                    tell(follower, member, own);
                });
            }
        }
    }

    private void tell(PointsFollower follower, MemberId member, Set<WalletCode> wallets) {
        if (!wallets.isEmpty()) {
            ledger.lockMember(member);
            follower.usable(ledger.survivorOf(member), wallets);
        }
    }
}
