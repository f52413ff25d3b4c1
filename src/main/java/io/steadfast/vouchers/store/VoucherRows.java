package io.steadfast.vouchers.store;

import io.steadfast.programs.core.RewardCode;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.ProgramCode;
import io.steadfast.vouchers.core.Voucher;
import io.steadfast.vouchers.core.VoucherCode;
import io.steadfast.vouchers.core.VoucherEvent;
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
                row.getInt("seq"));
    }

    static void bind(PreparedStatement statement, Voucher voucher) throws SQLException {
        statement.setObject(1, voucher.id());
        statement.setString(2, voucher.code().value());
        statement.setObject(3, voucher.member().value());
        statement.setString(4, voucher.program().value());
        statement.setInt(5, voucher.version());
        statement.setString(6, voucher.reward().value());
        statement.setString(7, voucher.kind().name());
        statement.setString(8, voucher.currency().map(Currency::getCurrencyCode).orElse(null));
        statement.setLong(9, voucher.face());
        statement.setLong(10, voucher.used());
        statement.setLong(11, voucher.remaining());
        statement.setString(12, voucher.state().name());
        time(statement, 13, Optional.of(voucher.issuedAt()));
        time(statement, 14, Optional.of(voucher.activeFrom()));
        time(statement, 15, voucher.expiresAt());
        statement.setInt(16, voucher.seq());
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

    static void bind(PreparedStatement statement, UUID voucher, VoucherEvent event) throws SQLException {
        statement.setObject(1, voucher);
        statement.setInt(2, event.seq());
        statement.setString(3, event.kind().name());
        statement.setLong(4, event.amount());
        statement.setObject(5, event.worth().orElse(null), Types.BIGINT);
        statement.setString(6, event.order().map(VoucherOrder::source).orElse(null));
        statement.setString(7, event.order().map(VoucherOrder::reference).orElse(null));
        statement.setString(8, event.actorKind());
        statement.setString(9, event.actorId());
        statement.setString(10, event.reason());
        statement.setObject(11, event.about().orElse(null), Types.OTHER);
        time(statement, 12, Optional.of(event.at()));
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
