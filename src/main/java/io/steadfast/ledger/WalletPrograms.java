package io.steadfast.ledger;

import io.steadfast.ledger.core.WalletProgram;
import io.steadfast.shared.WalletCode;
import java.util.Map;
import java.util.Set;

/** Where the books ask whose wallets these are. They know no program, so whoever does answers here. */
public interface WalletPrograms {

    /** The programs of these wallets now; a wallet of a program that isn't in force is left out. */
    Map<WalletCode, WalletProgram> programsOf(Set<WalletCode> wallets);
}
