package io.steadfast.ledger;

import io.steadfast.ledger.core.LedgerRefusal;
import io.steadfast.ledger.core.WalletTerms;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.WalletCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which wallet a call means that names one, or none. */
@ApplicationScoped
public class WalletChoice {

    @Inject
    private Instance<WalletDirectory> directories;

    /** Every wallet of the programs a member is in. */
    public List<WalletTerms> walletsOf(MemberId member) {
        return directories.stream()
                .flatMap(directory -> directory.walletsOf(member).stream())
                .toList();
    }

    /**
     * The same for a call that uses points.
     *
     * @throws Refusal MEMBER_BLOCKED; as {@link #one}; WALLET_NOT_SPENDABLE where the named one only counts towards a tier
     */
    public WalletTerms toUse(MemberId member, Optional<WalletCode> named) {
        if (directories.stream().anyMatch(directory -> !directory.mayUse(member))) {
            throw new Refusal(LedgerRefusal.MEMBER_BLOCKED).about(member);
        }
        WalletTerms wallet = one(member, named);
        if (wallet.use() != WalletTerms.Use.REWARD) {
            throw new Refusal(
                            LedgerRefusal.WALLET_NOT_SPENDABLE,
                            Map.of("wallet", wallet.wallet().value()))
                    .about(member);
        }
        return wallet;
    }

    /**
     * The named wallet, or the only one whose points can be spent.
     *
     * @throws Refusal WALLET_AMBIGUOUS where that isn't exactly one
     */
    public WalletTerms one(MemberId member, Optional<WalletCode> named) {
        List<WalletTerms> fitting = walletsOf(member).stream()
                .filter(terms ->
                        named.map(terms.wallet()::equals).orElseGet(() -> terms.use() == WalletTerms.Use.REWARD))
                .toList();
        if (fitting.size() != 1) {
            throw new Refusal(LedgerRefusal.WALLET_AMBIGUOUS).about(member);
        }
        return fitting.get(0);
    }
}
