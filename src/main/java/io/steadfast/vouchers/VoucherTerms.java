package io.steadfast.vouchers;

import io.steadfast.platform.refusals.Refusal;
import io.steadfast.programs.ProgramService;
import io.steadfast.programs.core.ProgramDocument;
import io.steadfast.programs.core.ProgramVersion;
import io.steadfast.shared.Money;
import io.steadfast.vouchers.core.Voucher;
import io.steadfast.vouchers.core.VoucherConditions;
import io.steadfast.vouchers.core.VoucherKind;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;

/** What vouchers ask of a purchase, as the versions say by which they were issued. */
@Dependent
class VoucherTerms {

    private static final VoucherConditions NONE =
            new VoucherConditions(Optional.empty(), Optional.empty(), Optional.empty());

    @Inject
    private ProgramService programs;

    VoucherConditions conditions(Voucher voucher) {
        return document(voucher)
                .flatMap(document -> document.reward(voucher.reward()))
                .map(reward -> VoucherConditions.of(reward.gives()))
                .orElse(NONE);
    }

    /** Refuses a use that the purchase isn't enough for. */
    void refuse(Voucher voucher, VoucherConditions conditions, VoucherUse use) {
        Optional<Long> off = voucher.kind() == VoucherKind.PERCENT ? use.amount() : Optional.empty();
        conditions.refusal(use.basket(), off).ifPresent(reason -> {
            throw new Refusal(
                    reason, Map.of("basket", words(voucher, conditions.basket().orElse(0L))));
        });
    }

    private String words(Voucher voucher, long amount) {
        return document(voucher)
                .map(document -> new Money(amount, document.basics().currency()))
                .map(money -> money.currency() + " " + money.major().toPlainString())
                .orElse("");
    }

    private Optional<ProgramDocument> document(Voucher voucher) {
        return programs.version(voucher.program(), voucher.version()).map(ProgramVersion::document);
    }
}
