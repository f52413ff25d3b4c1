package io.steadfast.accrual.rest;

import io.steadfast.accrual.ReportedOrder;
import io.steadfast.accrual.core.AccrualRefusal;
import io.steadfast.accrual.core.Order;
import io.steadfast.accrual.core.OrderDonation;
import io.steadfast.accrual.core.OrderLine;
import io.steadfast.accrual.core.OrderReturn;
import io.steadfast.accrual.core.OrderStatus;
import io.steadfast.accrual.core.OrderStore;
import io.steadfast.accrual.core.Tender;
import io.steadfast.platform.refusals.FieldErrors;
import io.steadfast.shared.RefusalReason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An order's whole present state as the API contract shows it; what is left out is empty, 0 or the stated default. */
public record OrderRequest(
        Optional<Long> revision,
        Optional<MemberReference> member,
        @Schema(required = true) @Nullable Instant occurredAt,
        Optional<String> store,
        Optional<String> channel,
        @Schema(required = true) @Nullable Currency currency,
        @Schema(required = true) @Nullable OrderStatus status,
        Optional<Instant> fulfilledAt,
        Optional<Boolean> pricesIncludeTax,
        @Schema(required = true) @Nullable List<LineRequest> lines,
        Optional<Long> shipping,
        @Nullable List<TenderRequest> tenders,
        Optional<DonationRequest> donation,
        @Nullable List<ReturnRequest> returns) {

    /** The charity chosen with the order. */
    public record DonationRequest(
            @Schema(required = true) @Nullable String charity,
            Optional<Long> amount,
            @Schema(required = true) OrderDonation.@Nullable Funding funded) {

        OrderDonation donation(OrderFields fields) {
            if (funded == null) {
                fields.missing("funded");
            }
            return new OrderDonation(
                    fields.code("charity", charity),
                    amount.map(value -> fields.amount("amount", value)),
                    funded == null ? OrderDonation.Funding.BRAND : funded);
        }
    }

    /** Reads it whole and refuses (400) naming every wrong field. */
    ReportedOrder reported(String source, String reference) {
        FieldErrors errors = new FieldErrors();
        ReportedOrder order = reported(source, reference, new OrderFields(errors, ""));
        errors.refuseIfAny();
        return order;
    }

    ReportedOrder reported(String source, String reference, OrderFields fields) {
        if (currency == null) {
            fields.missing("currency");
        }
        if (status == null) {
            fields.missing("status");
        }
        Order order = new Order(
                fields.code("source", source),
                fields.code("reference", reference),
                revision,
                Optional.empty(),
                fields.instant("occurredAt", occurredAt),
                fields.text("store", store).map(OrderStore::of),
                fields.text("channel", channel),
                currency == null ? Currency.getInstance("XTS") : currency,
                status == null ? OrderStatus.PLACED : status,
                fulfilledAt,
                pricesIncludeTax.orElse(true) ? Order.TaxTreatment.INCLUDED : Order.TaxTreatment.ADDED,
                lines(fields),
                fields.amount("shipping", shipping.orElse(0L)),
                tenders(fields),
                donation.map(each -> each.donation(fields.in("donation"))),
                returns(fields));
        return new ReportedOrder(order, member.map(each -> each.named(fields.errors())));
    }

    private List<OrderLine> lines(OrderFields fields) {
        List<LineRequest> given = lines == null ? List.of() : lines;
        if (given.isEmpty()) {
            fields.missing("lines");
        }
        fields.most("lines", given.size(), OrderFields.MOST_LINES);
        List<OrderLine> read = new ArrayList<>();
        for (int at = 0; at < given.size(); at++) {
            read.add(given.get(at).line(fields.in("lines[" + at + "]")));
        }
        unique(read, OrderLine::lineId, fields.in("lines"), AccrualRefusal.DUPLICATE_LINE);
        return read;
    }

    private List<Tender> tenders(OrderFields fields) {
        List<TenderRequest> given = tenders == null ? List.of() : tenders;
        fields.most("tenders", given.size(), OrderFields.MOST_TENDERS);
        List<Tender> read = new ArrayList<>();
        for (int at = 0; at < given.size(); at++) {
            read.add(given.get(at).tender(fields.in("tenders[" + at + "]")));
        }
        return read;
    }

    private List<OrderReturn> returns(OrderFields fields) {
        List<ReturnRequest> given = returns == null ? List.of() : returns;
        fields.most("returns", given.size(), OrderFields.MOST_RETURNS);
        List<OrderReturn> read = new ArrayList<>();
        for (int at = 0; at < given.size(); at++) {
            read.add(given.get(at).orderReturn(fields.in("returns[" + at + "]")));
        }
        unique(read, OrderReturn::returnId, fields.in("returns"), AccrualRefusal.DUPLICATE_RETURN);
        return read;
    }

    private static <T> void unique(List<T> values, Function<T, String> name, OrderFields fields, RefusalReason reason) {
        Set<String> seen = new HashSet<>();
        for (int at = 0; at < values.size(); at++) {
            if (!seen.add(name.apply(values.get(at)))) {
                fields.wrong("[" + at + "]", reason);
            }
        }
    }
}
