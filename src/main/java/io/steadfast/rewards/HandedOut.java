package io.steadfast.rewards;

import io.steadfast.accrual.EntryOutcome;
import io.steadfast.accrual.core.Receipt;
import io.steadfast.programs.ProgramService;
import io.steadfast.programs.core.ProgramVersion;
import io.steadfast.programs.core.RewardKind;
import io.steadfast.rewards.core.Redemption;
import io.steadfast.rewards.store.RedemptionRepository;
import io.steadfast.shared.Money;
import io.steadfast.vouchers.VoucherService;
import io.steadfast.vouchers.core.Voucher;
import io.steadfast.vouchers.core.VoucherState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Names what redemptions handed out, for receipts and for why an entry stands. */
@ApplicationScoped
public class HandedOut implements EntryOutcome {

    @Inject
    private RedemptionRepository redemptions;

    @Inject
    private VoucherService vouchers;

    @Inject
    private ProgramService programs;

    @Override
    public Map<UUID, List<Receipt.Made>> of(Collection<UUID> entries) {
        Map<UUID, List<Receipt.Made>> outcome = new HashMap<>();
        redemptions.ofEntries(entries).forEach(made -> outcome.put(made.entry(), of(made)));
        return outcome;
    }

    /** Its vouchers as far as they stand, or the credit that it was. */
    List<Receipt.Made> of(Redemption redemption) {
        List<Receipt.Made> made = new ArrayList<>();
        vouchers.about(redemption.id()).stream()
                .filter(voucher -> voucher.state() != VoucherState.CANCELLED)
                .map(HandedOut::made)
                .forEach(made::add);
        credit(redemption).ifPresent(made::add);
        return made;
    }

    private static Receipt.Made made(Voucher voucher) {
        Receipt.Made issued = Receipt.Made.of(
                        voucher.code().shown(), voucher.state().name().toLowerCase(Locale.ROOT))
                .ofKind(voucher.reward().value());
        return voucher.expiresAt().map(issued::until).orElse(issued);
    }

    private Optional<Receipt.Made> credit(Redemption redemption) {
        return redemption
                .credit()
                .flatMap(entry -> programs.version(redemption.program(), redemption.version()))
                .flatMap(version -> version.document()
                        .reward(redemption.reward())
                        .map(reward -> (RewardKind.Credit) reward.gives())
                        .map(credit -> credit(redemption, version, credit)));
    }

    private static Receipt.Made credit(Redemption redemption, ProgramVersion version, RewardKind.Credit credit) {
        return Receipt.Made.of(
                        redemption.reward().value(), redemption.state().name().toLowerCase(Locale.ROOT))
                .ofKind(redemption.reward().value())
                .worth(new Money(
                        Math.multiplyExact(credit.amount(), redemption.quantity()),
                        version.document().basics().currency()));
    }
}
