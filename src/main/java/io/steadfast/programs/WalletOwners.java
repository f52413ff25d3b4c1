package io.steadfast.programs;

import io.steadfast.platform.tenancy.CurrentTenant;
import io.steadfast.programs.store.ProgramRepository;
import io.steadfast.shared.ProgramCode;
import io.steadfast.shared.TenantSlug;
import io.steadfast.shared.WalletCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Which program a wallet is of: fixed by its first publish, so it is asked for once. */
@ApplicationScoped
public class WalletOwners {

    /** More than all tenants' wallets together; beyond it everything is asked for anew. */
    private static final int MOST = 20_000;

    private final Map<Key, ProgramCode> known = new ConcurrentHashMap<>();

    @Inject
    private ProgramRepository programs;

    @Inject
    private CurrentTenant tenant;

    private record Key(TenantSlug tenant, WalletCode wallet) {}

    /** The programs of these wallets; a wallet that no program has isn't there. */
    public Map<WalletCode, ProgramCode> of(Collection<WalletCode> wallets) {
        TenantSlug slug = tenant.slug();
        Map<WalletCode, ProgramCode> owners = new HashMap<>();
        for (WalletCode wallet : wallets) {
            Optional.ofNullable(known.get(new Key(slug, wallet)))
                    .or(() -> found(slug, wallet))
                    .ifPresent(program -> owners.put(wallet, program));
        }
        return owners;
    }

    private Optional<ProgramCode> found(TenantSlug slug, WalletCode wallet) {
        Optional<ProgramCode> owner = programs.wallets(List.of(wallet)).stream()
                .map(row -> new ProgramCode(row.program))
                .findFirst();
        owner.ifPresent(program -> {
            if (known.size() >= MOST) {
                known.clear();
            }
            known.put(new Key(slug, wallet), program);
        });
        return owner;
    }
}
