package io.steadfast.ledger;

import io.steadfast.ledger.core.NoticePromise;
import io.steadfast.shared.WalletCode;
import java.util.Map;
import java.util.Set;

/** Where the books ask which wallets promise a notice before points lapse. They know no program, so whoever does answers here. */
public interface NoticePromises {

    /** The promises of those of these wallets that make one now. */
    Map<WalletCode, NoticePromise> promised(Set<WalletCode> wallets);
}
