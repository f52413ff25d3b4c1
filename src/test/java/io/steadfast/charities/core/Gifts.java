package io.steadfast.charities.core;

import io.steadfast.accrual.core.MemberFacts;
import io.steadfast.accrual.core.Order;
import io.steadfast.accrual.core.OrderBasis;
import io.steadfast.accrual.core.OrderDonation;
import io.steadfast.accrual.core.OrderLine;
import io.steadfast.accrual.core.OrderReturn;
import io.steadfast.accrual.core.OrderStatus;
import io.steadfast.accrual.core.ProgramJudgement;
import io.steadfast.accrual.core.Tender;
import io.steadfast.programs.ProgramDocumentCodec;
import io.steadfast.programs.ProgramTemplates;
import io.steadfast.programs.core.CharityCode;
import io.steadfast.programs.core.CharityRegister;
import io.steadfast.programs.core.ProgramDocument;
import io.steadfast.programs.core.ProgramVersion;
import io.steadfast.shared.MemberId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Orders, programs and charities in the words of giving, for tests. */
final class Gifts {

    static final MemberId MIA = new MemberId(new UUID(7, 1));
    static final MemberId NOA = new MemberId(new UUID(7, 2));
    static final Instant BOUGHT = Instant.parse("2026-03-10T12:00:00Z");
    static final CharityCode HOMES = new CharityCode("safe-homes");
    static final CharityCode SEAS = new CharityCode("clean-seas");
    static final CharityCode MINDS = new CharityCode("young-minds");
    static final CharityRegister ALL_OPEN = new CharityRegister(Set.of(HOMES, SEAS, MINDS), Set.of());

    private Gifts() {}

    /** A dollar each, with some of the template's text replaced. */
    static ProgramVersion program(String... replacements) {
        String text = ProgramDocumentCodec.write(ProgramTemplates.find("P4").orElseThrow());
        for (int at = 0; at < replacements.length; at += 2) {
            if (!text.contains(replacements[at])) {
                throw new IllegalArgumentException("The template has no " + replacements[at] + ": " + text);
            }
            text = text.replace(replacements[at], replacements[at + 1]);
        }
        ProgramDocument document = ProgramDocumentCodec.read(text);
        return new ProgramVersion(document.basics().code(), 1, document, Instant.EPOCH);
    }

    static ProgramJudgement judged(ProgramVersion version, Order order) {
        return new ProgramJudgement(
                version.code(),
                version.version(),
                MemberFacts.enrolled(order.member().orElse(MIA), Instant.EPOCH),
                OrderBasis.of(order, version.document().earning().basis()),
                List.of(),
                List.of(),
                List.of());
    }

    static PledgeReckoning reckoning(ProgramVersion version, Order order) {
        return new PledgeReckoning(version.document(), judged(version, order), order);
    }

    static Order order(OrderLine... lines) {
        return new Order(
                "shop",
                "1",
                Optional.empty(),
                Optional.of(MIA),
                BOUGHT,
                Optional.empty(),
                Optional.empty(),
                Currency.getInstance("USD"),
                OrderStatus.PAID,
                Optional.empty(),
                Order.TaxTreatment.INCLUDED,
                Arrays.asList(lines),
                0,
                List.of(),
                Optional.empty(),
                List.of());
    }

    static Order as(Order order, OrderStatus status, Optional<OrderDonation> donation, List<Tender> tenders) {
        return new Order(
                order.source(),
                order.reference(),
                order.revision(),
                order.member(),
                order.occurredAt(),
                order.store(),
                order.channel(),
                order.currency(),
                status,
                order.fulfilledAt(),
                order.tax(),
                order.lines(),
                order.shipping(),
                tenders,
                donation,
                order.returns());
    }

    static Order fulfilled(Order order, Instant at) {
        return new Order(
                order.source(),
                order.reference(),
                order.revision(),
                order.member(),
                order.occurredAt(),
                order.store(),
                order.channel(),
                order.currency(),
                OrderStatus.FULFILLED,
                Optional.of(at),
                order.tax(),
                order.lines(),
                order.shipping(),
                order.tenders(),
                order.donation(),
                order.returns());
    }

    static Order choosing(Order order, String charity) {
        return as(
                order,
                order.status(),
                Optional.of(new OrderDonation(charity, Optional.empty(), OrderDonation.Funding.BRAND)),
                order.tenders());
    }

    static Order paidByMember(Order order, Optional<Long> amount) {
        return as(
                order,
                order.status(),
                Optional.of(new OrderDonation("clean-seas", amount, OrderDonation.Funding.MEMBER)),
                order.tenders());
    }

    static OrderLine line(String lineId, long quantity, long amount) {
        return new OrderLine(
                lineId,
                "SKU-" + lineId,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                BigDecimal.valueOf(quantity),
                amount,
                0,
                0,
                Set.of(),
                Map.of());
    }

    static OrderReturn goods(String returnId, String lineId, long quantity) {
        return new OrderReturn(
                returnId,
                BOUGHT.plusSeconds(86_400),
                List.of(new OrderReturn.Line(
                        Optional.of(lineId), Optional.of(BigDecimal.valueOf(quantity)), Optional.empty())),
                OrderReturn.Status.STANDING);
    }
}
