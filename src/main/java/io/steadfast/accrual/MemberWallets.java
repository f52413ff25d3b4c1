package io.steadfast.accrual;

import io.steadfast.accrual.core.GrantDates;
import io.steadfast.ledger.WalletDirectory;
import io.steadfast.ledger.core.ConsumptionOrder;
import io.steadfast.ledger.core.CreditTerms;
import io.steadfast.ledger.core.WalletTerms;
import io.steadfast.members.MemberService;
import io.steadfast.members.core.Enrolment;
import io.steadfast.members.core.MemberProfile;
import io.steadfast.members.core.MemberStatus;
import io.steadfast.platform.time.TenantClock;
import io.steadfast.programs.ProgramService;
import io.steadfast.programs.core.ProgramVersion;
import io.steadfast.programs.core.Wallet;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.ProgramCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Tells the ledger, which knows no program, what wallets a member has by the programs they are in. */
@ApplicationScoped
public class MemberWallets implements WalletDirectory {

    @Inject
    private MemberService members;

    @Inject
    private ProgramService programs;

    @Inject
    private MemberDates dates;

    @Inject
    private TenantClock clock;

    @Override
    public List<WalletTerms> walletsOf(MemberId member) {
        Instant now = clock.now();
        List<ProgramCode> enrolled = members.profile(member).stream()
                .flatMap(profile -> profile.enrolments().stream())
                .filter(enrolment -> enrolment.covers(now))
                .map(Enrolment::program)
                .toList();
        return programs.inForce(enrolled, now).stream()
                .flatMap(version -> terms(version, dates.of(member, version.document(), now)))
                .toList();
    }

    @Override
    public boolean mayUse(MemberId member) {
        Optional<MemberStatus> status = members.profile(member).map(MemberProfile::status);
        status.ifPresent(known -> members.refuseMerged(member, known));
        return !status.equals(Optional.of(MemberStatus.BLOCKED));
    }

    private static Stream<WalletTerms> terms(ProgramVersion version, GrantDates dates) {
        return version.document().wallets().stream().map(wallet -> terms(version, wallet, dates));
    }

    private static WalletTerms terms(ProgramVersion version, Wallet wallet, GrantDates dates) {
        return new WalletTerms(
                wallet.code(),
                version.code(),
                wallet.unit().name().toLowerCase(Locale.ROOT),
                wallet.decimals(),
                wallet.purpose() == Wallet.Purpose.STATUS ? WalletTerms.Use.STATUS : WalletTerms.Use.REWARD,
                version.document().basics().zone(),
                wallet.consumption() == Wallet.ConsumptionOrder.EARLIEST_EARNED
                        ? ConsumptionOrder.FIRST_EARNED
                        : ConsumptionOrder.EARLIEST_EXPIRY,
                Duration.ofMinutes(wallet.holds().maxMinutes()),
                wallet.holds().maxPoints(),
                dates.expiryAtOnce(wallet.code()),
                dates.deadlineOfUse(wallet.code()),
                wallet.spending().map(spending -> new CreditTerms(spending.basket(), spending.mostPercent())));
    }
}
