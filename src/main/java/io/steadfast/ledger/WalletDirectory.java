package io.steadfast.ledger;

import io.steadfast.ledger.core.WalletTerms;
import io.steadfast.shared.MemberId;
import java.util.List;

/**
 * Where the books ask what wallets there are. They know no program, so whoever does answers here.
 */
public interface WalletDirectory {

    /** The wallets of the programs a member is in now, as the versions in force define them. */
    List<WalletTerms> walletsOf(MemberId member);

    /** Whether the member's points may be used now: not while the member is blocked. */
    boolean mayUse(MemberId member);
}
