package io.steadfast.extensions.store;

import io.steadfast.extensions.core.ExtensionItem;
import io.steadfast.extensions.core.ExtensionWish;
import io.steadfast.platform.persistence.Ids;
import io.steadfast.platform.persistence.TenantStore;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.TierCode;
import io.steadfast.shared.WalletCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Selects what has an end, and keeps each with both its ends until it is settled. */
@ApplicationScoped
public class ExtensionItems {

    private static final String INSERT = "INSERT INTO extension_item (extension_id, item_id, member_id, lot_id, wallet,"
            + " points, tier_set, tier, account, former_end, new_end) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String NEXT = """
            SELECT i.item_id, i.member_id, i.lot_id, i.wallet, i.points, i.tier_set, i.tier, i.account, i.former_end,
                   i.new_end, i.tier IS NOT NULL
                   OR EXISTS (SELECT 1 FROM open_lot o LEFT JOIN lot_promise p ON p.lot_id = o.lot_id
                        WHERE o.lot_id = i.lot_id AND o.expires_at > ?
                          AND NOT EXISTS (SELECT 1 FROM account x WHERE x.member_id = o.member_id AND x.wallet = o.wallet
                                             AND x.inactivity_deadline <= ? AND o.activity_at < x.inactivity_deadline)
                          AND coalesce(nullif(o.expires_at, 'infinity'), p.planned_at) < i.new_end)
                   OR EXISTS (SELECT 1 FROM account a
                         LEFT JOIN account_promise w ON w.member_id = a.member_id AND w.wallet = a.wallet AND w.lapsed_at IS NULL
                        WHERE a.member_id = i.member_id AND a.wallet = i.account
                          AND coalesce(a.inactivity_deadline, 'infinity') > ?
                          AND coalesce(a.inactivity_deadline, w.planned_at) < i.new_end) AS fits
              FROM extension_item i
             WHERE i.extension_id = ? AND i.outcome IS NULL AND i.member_id = ? ORDER BY i.item_id
            """;
    private static final String NEXT_MEMBERS = "SELECT DISTINCT member_id FROM extension_item WHERE extension_id = ?"
            + " AND outcome IS NULL ORDER BY member_id LIMIT ?";
    private static final String SETTLE =
            "UPDATE extension_item SET outcome = ? WHERE extension_id = ? AND item_id = ANY (?) AND outcome IS NULL";

    @Inject
    private TenantStore store;

    /**
     * Where to look.
     *
     * @param wallets of the program, or the one that is wanted
     * @param from earliest exclusive end
     * @param to latest exclusive end
     */
    public record Range(Set<WalletCode> wallets, Instant from, Instant to, int limit) {}

    /** Something that ends: a lot, an account or a tier, as it stands. */
    public record Ending(
            MemberId member,
            Optional<ExtensionItem.Lot> lot,
            Optional<ExtensionItem.Account> account,
            Optional<ExtensionItem.HeldTier> tier,
            Instant end) {}

    public List<Ending> lots(ExtensionWish.Selection selection, Range range) {
        return ofWallets(ExtensionSql.LOTS, selection, range);
    }

    /** Accounts that lapse by inactivity, by their plan where the member is still to be told. */
    public List<Ending> accounts(ExtensionWish.Selection selection, Range range) {
        return ofWallets(ExtensionSql.ACCOUNTS, selection, range);
    }

    private List<Ending> ofWallets(String sql, ExtensionWish.Selection selection, Range range) {
        return endings(sql, statement -> {
            statement.setArray(
                    1,
                    array(
                            "text",
                            range.wallets().stream().map(WalletCode::value).toArray()));
            dates(statement, range);
            narrow(statement, selection, range.limit());
        });
    }

    /** Tiers that were earned, by the end they have, staff's and earlier extensions' counted in. */
    public List<Ending> tiers(ExtensionWish.Selection selection, Range range) {
        return endings(ExtensionSql.TIERS, statement -> {
            statement.setString(1, selection.program().value());
            dates(statement, range);
            narrow(statement, selection, range.limit());
        });
    }

    private static void dates(PreparedStatement statement, Range range) throws SQLException {
        statement.setObject(2, range.from().atOffset(ZoneOffset.UTC));
        statement.setObject(3, range.to().atOffset(ZoneOffset.UTC));
    }

    private void narrow(PreparedStatement statement, ExtensionWish.Selection selection, int limit) throws SQLException {
        Object[] members = selection.members().stream().map(MemberId::value).toArray();
        Object[] tiers = selection.tiers().stream().map(TierCode::value).toArray();
        statement.setArray(4, array("uuid", members));
        statement.setArray(5, array("uuid", members));
        statement.setArray(6, array("text", tiers));
        statement.setString(7, selection.program().value());
        statement.setArray(8, array("text", tiers));
        statement.setInt(9, limit);
    }

    private java.sql.Array array(String type, Object[] values) throws SQLException {
        return store.connection().createArrayOf(type, values);
    }

    /** Keeps what was selected, once. */
    public void add(UUID extension, List<ExtensionItem> items) {
        try (PreparedStatement statement = store.connection().prepareStatement(INSERT)) {
            for (ExtensionItem item : items) {
                statement.setObject(1, extension);
                statement.setObject(2, item.id());
                statement.setObject(3, item.member().value());
                statement.setObject(4, item.lot().map(ExtensionItem.Lot::id).orElse(null), Types.OTHER);
                statement.setString(
                        5, item.lot().map(lot -> lot.wallet().value()).orElse(null));
                statement.setLong(6, item.points());
                statement.setString(
                        7, item.tier().map(ExtensionItem.HeldTier::set).orElse(null));
                statement.setString(
                        8, item.tier().map(tier -> tier.code().value()).orElse(null));
                statement.setString(
                        9,
                        item.account().map(account -> account.wallet().value()).orElse(null));
                statement.setObject(10, item.formerEnd().atOffset(ZoneOffset.UTC));
                statement.setObject(11, item.newEnd().atOffset(ZoneOffset.UTC));
                statement.addBatch();
            }
            statement.executeBatch();
        } catch (SQLException failure) {
            throw failed(failure);
        }
    }

    public List<MemberId> nextMembers(UUID extension, int limit) {
        try (PreparedStatement statement = store.connection().prepareStatement(NEXT_MEMBERS)) {
            statement.setObject(1, extension);
            statement.setInt(2, limit);
            List<MemberId> members = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    members.add(new MemberId(row.getObject(1, UUID.class)));
                }
            }
            return members;
        } catch (SQLException failure) {
            throw failed(failure);
        }
    }

    /** An item that isn't settled; {@code fits}: its lot or account is still there, and ends before its new end. Tiers judge themselves. */
    public record Open(ExtensionItem item, boolean fits) {}

    /** What is left of a member, whose lock is held. */
    public List<Open> of(UUID extension, MemberId member, Instant now) {
        try (PreparedStatement statement = store.connection().prepareStatement(NEXT)) {
            statement.setObject(1, now.atOffset(ZoneOffset.UTC));
            statement.setObject(2, now.atOffset(ZoneOffset.UTC));
            statement.setObject(3, now.atOffset(ZoneOffset.UTC));
            statement.setObject(4, extension);
            statement.setObject(5, member.value());
            List<Open> items = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    items.add(new Open(
                            new ExtensionItem(
                                    row.getObject("item_id", UUID.class),
                                    member,
                                    lot(row),
                                    account(row),
                                    tier(row),
                                    instant(row, "former_end"),
                                    instant(row, "new_end")),
                            row.getBoolean("fits")));
                }
            }
            return items;
        } catch (SQLException failure) {
            throw failed(failure);
        }
    }

    public void settle(UUID extension, List<ExtensionItem> items, String outcome) {
        try (PreparedStatement statement = store.connection().prepareStatement(SETTLE)) {
            statement.setString(1, outcome);
            statement.setObject(2, extension);
            statement.setArray(
                    3, array("uuid", items.stream().map(ExtensionItem::id).toArray()));
            statement.executeUpdate();
        } catch (SQLException failure) {
            throw failed(failure);
        }
    }

    public static ExtensionItem item(Ending ending, Instant newEnd) {
        return new ExtensionItem(
                Ids.next(), ending.member(), ending.lot(), ending.account(), ending.tier(), ending.end(), newEnd);
    }

    private interface Filling {
        void fill(PreparedStatement statement) throws SQLException;
    }

    private List<Ending> endings(String sql, Filling filling) {
        try (PreparedStatement statement = store.connection().prepareStatement(sql)) {
            filling.fill(statement);
            List<Ending> endings = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    endings.add(new Ending(
                            new MemberId(row.getObject("member_id", UUID.class)),
                            lot(row),
                            account(row),
                            tier(row),
                            instant(row, "ends_at")));
                }
            }
            return endings;
        } catch (SQLException failure) {
            throw failed(failure);
        }
    }

    private static Optional<ExtensionItem.Lot> lot(ResultSet row) throws SQLException {
        UUID lot = row.getObject("lot_id", UUID.class);
        return lot == null
                ? Optional.empty()
                : Optional.of(
                        new ExtensionItem.Lot(lot, new WalletCode(row.getString("wallet")), row.getLong("points")));
    }

    private static Optional<ExtensionItem.Account> account(ResultSet row) throws SQLException {
        String wallet = row.getString("account");
        return wallet == null
                ? Optional.empty()
                : Optional.of(new ExtensionItem.Account(new WalletCode(wallet), row.getLong("points")));
    }

    private static Optional<ExtensionItem.HeldTier> tier(ResultSet row) throws SQLException {
        String tier = row.getString("tier");
        return tier == null
                ? Optional.empty()
                : Optional.of(new ExtensionItem.HeldTier(row.getString("tier_set"), new TierCode(tier)));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static IllegalStateException failed(SQLException failure) {
        return new IllegalStateException("What an extension selects can't be read or written", failure);
    }
}
