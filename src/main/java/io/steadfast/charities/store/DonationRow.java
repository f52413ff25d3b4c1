package io.steadfast.charities.store;

import io.steadfast.charities.core.Destination;
import io.steadfast.charities.core.Donation;
import io.steadfast.charities.core.DonationKey;
import io.steadfast.charities.core.DonationState;
import io.steadfast.charities.core.Part;
import io.steadfast.platform.persistence.BoundStatement;
import io.steadfast.platform.persistence.Row;
import io.steadfast.programs.core.CharityCode;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.ProgramCode;
import io.steadfast.shared.RuleCode;
import java.sql.SQLException;
import java.util.Currency;
import java.util.Optional;

/** A donation as a row of its table. */
final class DonationRow {

    static final String COLUMNS =
            "SELECT d.donation_id, d.member_id, d.program, d.version, d.pledge, d.part, d.order_id, d.source, d.reference,"
                    + " d.points, d.points_entry, d.currency, d.amount, d.charity, d.chosen, d.fallback, d.fallback_at, d.state,"
                    + " d.occurred_at, d.confirm_at, d.settlement_id FROM donation d ";

    static final String PUT = """
            INSERT INTO donation (donation_id, member_id, program, version, pledge, part, order_id, source, reference, points,
                                  points_entry, currency, amount, charity, chosen, fallback, fallback_at, state, occurred_at,
                                  confirm_at, settlement_id, recorded_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (donation_id) DO UPDATE
               SET version = excluded.version, amount = excluded.amount, charity = excluded.charity, chosen = excluded.chosen,
                   fallback = excluded.fallback, fallback_at = excluded.fallback_at, state = excluded.state,
                   confirm_at = excluded.confirm_at, settlement_id = excluded.settlement_id
            """;

    private DonationRow() {}

    static Donation read(Row row) throws SQLException {
        Optional<Donation.OrderRef> order = row.optionalId("order_id").isPresent()
                ? Optional.of(new Donation.OrderRef(row.id("order_id"), row.text("source"), row.text("reference")))
                : Optional.empty();
        return new Donation(
                row.id("donation_id"),
                new Donation.Origin(order, row.number("points"), row.optionalId("points_entry")),
                new DonationKey(
                        new MemberId(row.id("member_id")),
                        new ProgramCode(row.text("program")),
                        new RuleCode(row.text("pledge")),
                        Part.valueOf(row.text("part"))),
                row.integer("version"),
                Currency.getInstance(row.text("currency")),
                row.number("amount"),
                new Destination(
                        row.optionalText("charity").map(CharityCode::new),
                        row.optionalText("fallback").map(CharityCode::new),
                        row.optionalInstant("fallback_at")),
                row.optionalText("chosen").map(CharityCode::new),
                DonationState.valueOf(row.text("state")),
                row.instant("occurred_at"),
                row.optionalInstant("confirm_at"),
                row.optionalId("settlement_id"));
    }

    static BoundStatement bind(BoundStatement statement, Donation donation) {
        Optional<Donation.OrderRef> order = donation.origin().order();
        return statement
                .id(donation.id())
                .id(donation.key().member().value())
                .text(donation.key().program().value())
                .number(donation.version())
                .text(donation.key().pledge().value())
                .text(donation.key().part().name())
                .id(order.map(Donation.OrderRef::id))
                .text(order.map(Donation.OrderRef::source))
                .text(order.map(Donation.OrderRef::reference))
                .number(donation.origin().points())
                .id(donation.origin().entry())
                .text(donation.currency().getCurrencyCode())
                .number(donation.amount())
                .text(donation.destination().charity().map(CharityCode::value))
                .text(donation.chosen().map(CharityCode::value))
                .text(donation.destination().fallback().map(CharityCode::value))
                .instant(donation.destination().fallbackAt())
                .text(donation.state().name())
                .instant(donation.occurredAt())
                .instant(donation.confirmAt())
                .id(donation.settlement());
    }
}
