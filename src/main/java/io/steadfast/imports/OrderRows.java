package io.steadfast.imports;

import io.steadfast.accrual.AccrualService;
import io.steadfast.accrual.Effects;
import io.steadfast.accrual.NamedMember;
import io.steadfast.accrual.ReportedOrder;
import io.steadfast.accrual.core.Order;
import io.steadfast.accrual.core.OrderLine;
import io.steadfast.accrual.core.OrderStatus;
import io.steadfast.accrual.core.OrderStore;
import io.steadfast.imports.core.Cells;
import io.steadfast.imports.core.ImportPlan;
import io.steadfast.imports.core.ImportRefusal;
import io.steadfast.imports.core.RowRefused;
import io.steadfast.imports.core.StagedRow;
import io.steadfast.imports.store.StagedRows;
import io.steadfast.members.ArrivalService;
import io.steadfast.members.core.Arrival;
import io.steadfast.platform.refusals.FieldReason;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Orders of one line each, many of them in one transaction. */
@ApplicationScoped
class OrderRows {

    private static final String CHANNEL = "import";
    private static final BigDecimal LARGEST_QUANTITY = new BigDecimal("1000000000");
    private static final int QUANTITY_DECIMALS = 3;

    @Inject
    AccrualService accrual;

    @Inject
    ArrivalService arrivals;

    @Inject
    StagedRows staged;

    /** Makes members of those nobody knows, from the start of the day on which the file names them first. */
    void makeMembers(Occasion occasion, List<StagedRow> rows) {
        Set<String> keys = rows.stream()
                .map(StagedRow::memberKey)
                .filter(key -> !key.isEmpty())
                .collect(Collectors.toSet());
        if (keys.isEmpty() || occasion.plan().newMembers() == ImportPlan.NewMembers.REFUSED) {
            return;
        }
        List<Arrival> wanted = new ArrayList<>();
        staged.earliest(occasion.id(), keys)
                .forEach((key, at) ->
                        NamedInRow.arrival(key, dayOf(at, occasion)).ifPresent(wanted::add));
        arrivals.arrive(wanted, occasion.plan().program().orElseThrow(), CHANNEL);
    }

    private static Instant dayOf(Instant at, Occasion occasion) {
        return at.atZone(occasion.zone())
                .toLocalDate()
                .atStartOfDay(occasion.zone())
                .toInstant();
    }

    /** What became of each, in their order. */
    List<AccrualService.BatchResult> record(List<ReportedOrder> orders) {
        return accrual.recordAll(orders);
    }

    ReportedOrder order(Occasion occasion, StagedRow row) {
        Cells cells = new Cells(row.fields(), occasion.zone());
        Currency currency = cells.text("currency")
                .map(text -> Codes.read("currency", text.toUpperCase(Locale.ROOT), Currency::getInstance))
                .orElse(occasion.currency());
        Order order = new Order(
                occasion.plan().source(),
                cells.required("reference"),
                Optional.empty(),
                Optional.empty(),
                row.happenedAt(),
                cells.text("store").map(OrderStore::of),
                cells.text("channel"),
                currency,
                status(cells),
                Optional.empty(),
                Order.TaxTreatment.INCLUDED,
                List.of(line(cells, currency)),
                0,
                List.of(),
                Optional.empty(),
                List.of());
        return new ReportedOrder(
                order,
                member(row.memberKey()),
                Effects.valueOf(occasion.plan().effects().toUpperCase(Locale.ROOT)));
    }

    private static OrderStatus status(Cells cells) {
        return cells.text("status")
                .map(text -> Codes.read("status", text.toUpperCase(Locale.ROOT), OrderStatus::valueOf))
                .orElse(OrderStatus.PAID);
    }

    private static Optional<NamedMember> member(String memberKey) {
        return NamedInRow.arrival(memberKey, Instant.EPOCH)
                .map(named ->
                        new NamedMember(NamedMember.By.valueOf(named.kind().name()), named.value()))
                .or(() -> Optional.of(memberKey)
                        .filter(key -> !key.isEmpty())
                        .map(key -> new NamedMember(NamedMember.By.ID, id(key.substring(key.indexOf('=') + 1)))));
    }

    private static String id(String text) {
        return Codes.read("member.id", text, java.util.UUID::fromString).toString();
    }

    private static OrderLine line(Cells cells, Currency currency) {
        cells.all().forEach((field, text) -> {
            if (text.length() > 200) {
                throw new RowRefused(field, FieldReason.TOO_LONG, Map.of("most", 200));
            }
        });
        BigDecimal quantity = cells.decimal("quantity").orElse(BigDecimal.ONE);
        if (quantity.signum() < 0
                || quantity.compareTo(LARGEST_QUANTITY) > 0
                || quantity.stripTrailingZeros().scale() > QUANTITY_DECIMALS) {
            throw new RowRefused("quantity", ImportRefusal.NOT_A_NUMBER);
        }
        return new OrderLine(
                "1",
                cells.text("sku").orElse("import"),
                cells.text("name"),
                cells.text("category"),
                cells.text("brand"),
                quantity,
                positive("amount", cells.minorUnits("amount", currency)),
                positive("discount", cells.minorUnits("discount", currency)),
                positive("tax", cells.minorUnits("tax", currency)),
                Set.of(),
                Map.of());
    }

    private static long positive(String field, long amount) {
        if (amount < 0 || amount > 1_000_000_000_000L) {
            throw new RowRefused(field, ImportRefusal.NOT_AN_AMOUNT);
        }
        return amount;
    }

    /** Refused results as troubles of their rows. */
    static List<io.steadfast.imports.core.RowTrouble> troubles(
            List<StagedRow> rows, List<AccrualService.BatchResult> results) {
        List<io.steadfast.imports.core.RowTrouble> troubles = new ArrayList<>();
        for (int at = 0; at < rows.size(); at++) {
            StagedRow row = rows.get(at);
            results.get(at).refusal().ifPresent(refusal -> troubles.add(Troubles.of(row.line(), refusal)));
        }
        return troubles;
    }
}
