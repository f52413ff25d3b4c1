package io.steadfast.vouchers.store;

import io.steadfast.programs.core.RewardCode;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.ProgramCode;
import io.steadfast.vouchers.core.Voucher;
import io.steadfast.vouchers.core.VoucherCode;
import io.steadfast.vouchers.core.VoucherEvent;
import io.steadfast.vouchers.core.VoucherHold;
import io.steadfast.vouchers.core.VoucherKind;
import io.steadfast.vouchers.core.VoucherOrder;
import io.steadfast.vouchers.core.VoucherState;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.Optional;
import java.util.UUID;

/** How vouchers and their events travel to and from the database. */
final class VoucherRows {

    private VoucherRows() {}

    static Voucher voucher(ResultSet row) throws SQLException {
        return new Voucher(
                row.getObject("voucher_id", UUID.class),
                new VoucherCode(row.getString("code")),
                new MemberId(row.getObject("member_id", UUID.class)),
                new ProgramCode(row.getString("program")),
                row.getInt("version"),
                new RewardCode(row.getString("reward")),
                VoucherKind.valueOf(row.getString("kind")),
                Optional.ofNullable(row.getString("currency")).map(Currency::getInstance),
                row.getLong("face"),
                row.getLong("used"),
                VoucherState.valueOf(row.getString("state")),
                instant(row, "issued_at").orElseThrow(),
                instant(row, "active_from").orElseThrow(),
                instant(row, "expires_at"),
                row.getInt("seq"),
                hold(row));
    }

    private static Optional<VoucherHold> hold(ResultSet row) throws SQLException {
        Optional<Instant> until = instant(row, "held_until");
        return until.isEmpty()
                ? Optional.empty()
                : Optional.of(new VoucherHold(
                        new VoucherOrder(row.getString("held_source"), row.getString("held_reference")), until.get()));
    }

    static int bind(PreparedStatement statement, int first, Voucher voucher) throws SQLException {
        statement.setObject(first, voucher.id());
        statement.setString(first + 1, voucher.code().value());
        statement.setObject(first + 2, voucher.member().value());
        statement.setString(first + 3, voucher.program().value());
        statement.setInt(first + 4, voucher.version());
        statement.setString(first + 5, voucher.reward().value());
        statement.setString(first + 6, voucher.kind().name());
        statement.setString(
                first + 7, voucher.currency().map(Currency::getCurrencyCode).orElse(null));
        statement.setLong(first + 8, voucher.face());
        statement.setLong(first + 9, voucher.used());
        statement.setLong(first + 10, voucher.remaining());
        statement.setString(first + 11, voucher.state().name());
        time(statement, first + 12, Optional.of(voucher.issuedAt()));
        time(statement, first + 13, Optional.of(voucher.activeFrom()));
        time(statement, first + 14, voucher.expiresAt());
        statement.setInt(first + 15, voucher.seq());
        return first + 16;
    }

    static VoucherEvent event(ResultSet row) throws SQLException {
        Optional<String> reference = Optional.ofNullable(row.getString("order_reference"));
        Optional<VoucherOrder> order = Optional.ofNullable(row.getString("order_source"))
                .flatMap(source -> reference.map(each -> new VoucherOrder(source, each)));
        return new VoucherEvent(
                row.getInt("seq"),
                VoucherEvent.Kind.valueOf(row.getString("kind")),
                row.getLong("amount"),
                Optional.ofNullable(row.getObject("worth", Long.class)),
                order,
                row.getString("actor_kind"),
                row.getString("actor_id"),
                row.getString("reason"),
                Optional.ofNullable(row.getObject("about", UUID.class)),
                instant(row, "at").orElseThrow());
    }

    static int bind(PreparedStatement statement, int first, UUID voucher, VoucherEvent event) throws SQLException {
        statement.setObject(first, voucher);
        statement.setInt(first + 1, event.seq());
        statement.setString(first + 2, event.kind().name());
        statement.setLong(first + 3, event.amount());
        statement.setObject(first + 4, event.worth().orElse(null), Types.BIGINT);
        statement.setString(first + 5, event.order().map(VoucherOrder::source).orElse(null));
        statement.setString(
                first + 6, event.order().map(VoucherOrder::reference).orElse(null));
        statement.setString(first + 7, event.actorKind());
        statement.setString(first + 8, event.actorId());
        statement.setString(first + 9, event.reason());
        statement.setObject(first + 10, event.about().orElse(null), Types.OTHER);
        time(statement, first + 11, Optional.of(event.at()));
        return first + 12;
    }

    static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    static void time(PreparedStatement statement, int position, Optional<Instant> instant) throws SQLException {
        statement.setObject(
                position,
                instant.map(each -> each.atOffset(ZoneOffset.UTC)).orElse(null),
                Types.TIMESTAMP_WITH_TIMEZONE);
    }
}
