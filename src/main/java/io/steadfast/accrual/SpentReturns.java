package io.steadfast.accrual;

import io.steadfast.ledger.core.ReturnPolicy;
import io.steadfast.programs.core.ProgramDocument;
import io.steadfast.programs.core.Wallet;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.WalletCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneId;

/** What a wallet says of spent points that come back to a lot which has expired meanwhile (domain 11). */
@ApplicationScoped
public class SpentReturns {

    private static final int DEFAULT_DAYS = 30;

    @Inject
    private MemberDates dates;

    /** The wallet's policy for points that come back to a member now; a fresh date is what their tier gives them. */
    public ReturnPolicy policy(MemberId member, ProgramDocument document, WalletCode code, Instant now) {
        Wallet wallet = document.wallet(code).orElseThrow();
        return switch (wallet.returned().kind()) {
            case KEEP_ORIGINAL -> ReturnPolicy.keepOriginal();
            case MIN_DAYS ->
                ReturnPolicy.atLeastUntil(endOfLastDay(wallet, document.basics().zone(), now));
            case FRESH -> ReturnPolicy.fresh(dates.of(member, document, now).expiryAtOnce(code));
        };
    }

    /** Usable through the whole of the last day in the program's zone. */
    private static Instant endOfLastDay(Wallet wallet, ZoneId zone, Instant now) {
        return now.atZone(zone)
                .toLocalDate()
                .plusDays(wallet.returned().days().orElse(DEFAULT_DAYS) + 1L)
                .atStartOfDay(zone)
                .toInstant();
    }
}
