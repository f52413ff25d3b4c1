package io.steadfast.vouchers.rest;

import io.steadfast.platform.rest.CurrentCall;
import io.steadfast.platform.rest.Languages;
import io.steadfast.platform.time.TenantClock;
import io.steadfast.vouchers.VoucherWords;
import io.steadfast.vouchers.core.Voucher;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Vouchers in the caller's language, by the tenant's clock. */
@ApplicationScoped
class VoucherAnswers {

    @Inject
    private VoucherWords words;

    @Inject
    private CurrentCall call;

    @Inject
    private TenantClock clock;

    VoucherResponse of(Voucher voucher) {
        return of(List.of(voucher)).get(0);
    }

    List<VoucherResponse> of(List<Voucher> vouchers) {
        Locale language = Languages.accepted(call.header("Accept-Language").orElse(null));
        Map<UUID, VoucherWords.Meaning> meanings = words.of(vouchers, language);
        Instant now = clock.now();
        return vouchers.stream()
                .map(each -> VoucherResponse.of(each, Optional.ofNullable(meanings.get(each.id())), now))
                .toList();
    }
}
