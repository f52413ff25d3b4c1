package io.steadfast.accrual;

import io.steadfast.ledger.NoticePromises;
import io.steadfast.ledger.WalletPrograms;
import io.steadfast.ledger.core.NoticePromise;
import io.steadfast.ledger.core.WalletProgram;
import io.steadfast.platform.time.TenantClock;
import io.steadfast.programs.ProgramService;
import io.steadfast.programs.WalletOwners;
import io.steadfast.programs.core.ProgramVersion;
import io.steadfast.shared.WalletCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tells the ledger, which knows no program, whose wallets these are and which promise a notice, by the versions in force. */
@ApplicationScoped
public class ProgramsOfWallets implements NoticePromises, WalletPrograms {

    @Inject
    private WalletOwners owners;

    @Inject
    private ProgramService programs;

    @Inject
    private TenantClock clock;

    @Override
    public Map<WalletCode, NoticePromise> promised(Set<WalletCode> wallets) {
        Map<WalletCode, NoticePromise> promised = new HashMap<>();
        for (ProgramVersion version : inForce(wallets)) {
            version.document().wallets().stream()
                    .filter(wallet -> wallets.contains(wallet.code()))
                    .forEach(wallet -> wallet.notice()
                            .ifPresent(notice -> promised.put(
                                    wallet.code(),
                                    new NoticePromise(
                                            version.code(),
                                            version.version(),
                                            notice.days(),
                                            version.document().basics().zone()))));
        }
        return promised;
    }

    @Override
    public Map<WalletCode, WalletProgram> programsOf(Set<WalletCode> wallets) {
        Map<WalletCode, WalletProgram> programsOf = new HashMap<>();
        for (ProgramVersion version : inForce(wallets)) {
            version.document().wallets().stream()
                    .filter(wallet -> wallets.contains(wallet.code()))
                    .forEach(wallet ->
                            programsOf.put(wallet.code(), new WalletProgram(version.code(), version.version())));
        }
        return programsOf;
    }

    private List<ProgramVersion> inForce(Set<WalletCode> wallets) {
        return programs.inForce(Set.copyOf(owners.of(wallets).values()), clock.now());
    }
}
