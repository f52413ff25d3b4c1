package io.steadfast.demo;

import io.steadfast.accrual.AccrualService;
import io.steadfast.accrual.NamedMember;
import io.steadfast.accrual.ReportedOrder;
import io.steadfast.accrual.core.Tender;
import io.steadfast.ledger.HoldService;
import io.steadfast.ledger.WalletChoice;
import io.steadfast.ledger.core.Cause;
import io.steadfast.ledger.core.WalletTerms;
import io.steadfast.members.MemberService;
import io.steadfast.members.core.IdentityKind;
import io.steadfast.platform.time.TenantClock;
import io.steadfast.shared.MemberId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Lets demo members earn cashback: the second has paid a part of a later order with it, the third first bought too little for any. */
@ApplicationScoped
class DemoCashback {

    private static final String TEMPLATE = "P11";

    /** In minor units; the program asks for 10.00. */
    private static final long[] AMOUNTS = {120_00, 200_00, 8_50};

    private static final long CREDIT = 10_00;
    private static final long ODD_AMOUNT = 19_99;

    @Inject
    private MemberService members;

    @Inject
    private AccrualService accrual;

    @Inject
    private HoldService holds;

    @Inject
    private WalletChoice wallets;

    @Inject
    private TenantClock clock;

    void begin(DemoBrand brand) {
        if (!brand.template().equals(TEMPLATE)) {
            return;
        }
        for (int place = 0; place < brand.members().size(); place++) {
            Optional<MemberId> member = members.identified(
                    IdentityKind.PHONE, brand.members().get(place).phone());
            if (member.isPresent() && accrual.find("demo", reference(place)).isEmpty()) {
                DemoOrder order = DemoOrder.of(brand, reference(place), AMOUNTS[place % AMOUNTS.length], clock.now());
                accrual.record(new ReportedOrder(order.plain(), Optional.of(named(member.get()))));
            }
        }
        members.identified(IdentityKind.PHONE, brand.members().get(2).phone())
                .ifPresent(member -> roundDown(brand, member));
        if (brand.members().size() > 1) {
            members.identified(IdentityKind.PHONE, brand.members().get(1).phone())
                    .ifPresent(member -> payWithCredit(brand, member));
        }
    }

    /** An amount whose share isn't whole: 0.99 of 19.99. */
    private void roundDown(DemoBrand brand, MemberId member) {
        String reference = "rounded-down";
        if (accrual.find("demo", reference).isEmpty()) {
            DemoOrder order = DemoOrder.of(brand, reference, ODD_AMOUNT, clock.now());
            accrual.record(new ReportedOrder(order.plain(), Optional.of(named(member))));
        }
    }

    private void payWithCredit(DemoBrand brand, MemberId member) {
        String reference = "paid-with-credit";
        if (accrual.find("demo", reference).isPresent()) {
            return;
        }
        DemoOrder order = DemoOrder.of(brand, reference, 45_00, clock.now());
        WalletTerms wallet = wallets.toUse(member, Optional.empty());
        String hold = "demo-" + reference;
        holds.hold(new HoldService.HoldWish(
                hold,
                member,
                wallet,
                CREDIT,
                Duration.ofMinutes(10),
                Optional.of(new Cause.Subject("demo", reference)),
                Optional.of(order.amount())));
        holds.commit(hold, CREDIT, Optional.empty());
        Tender credit =
                new Tender(Tender.Kind.CREDIT, CREDIT, Optional.of(new Tender.PaidBy(Tender.PaidBy.Means.HOLD, hold)));
        Tender card = Tender.of(Tender.Kind.CARD, order.amount() - CREDIT);
        accrual.record(new ReportedOrder(order.paidWith(List.of(credit, card)), Optional.of(named(member))));
    }

    private static String reference(int place) {
        return "welcome-" + (place + 1);
    }

    private static NamedMember named(MemberId member) {
        return new NamedMember(NamedMember.By.ID, member.toString());
    }
}
