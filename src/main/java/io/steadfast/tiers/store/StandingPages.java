package io.steadfast.tiers.store;

import io.steadfast.platform.persistence.TenantStore;
import io.steadfast.programs.core.TierSetRef;
import io.steadfast.shared.MemberId;
import io.steadfast.tiers.core.MetricChange;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** All members on a ladder, page by page, with what counted for them: for looking ahead, never for writing. */
@Dependent
public class StandingPages {

    private static final String PAGE = """
            SELECT member_id, joined_at FROM tier_standing
             WHERE program = ? AND tier_set = ? AND member_id > ? ORDER BY member_id LIMIT ?
            """;
    private static final String CHANGES = """
            SELECT member_id, at, counts_at, source, reference, part, delta, measure FROM metric_change
             WHERE program = ? AND tier_set = ? AND member_id = ANY (?)
            """;
    private static final UUID FIRST = new UUID(0, 0);

    @Inject
    TenantStore store;

    /** Where a member stands. */
    public record Standing(MemberId member, Instant joinedAt) {}

    /** Members by id after the given one, at most so many. */
    public List<Standing> page(TierSetRef set, Optional<MemberId> after, int most) {
        try (PreparedStatement statement = store.connection().prepareStatement(PAGE)) {
            statement.setString(1, set.program().value());
            statement.setString(2, set.set().value());
            statement.setObject(3, after.map(MemberId::value).orElse(FIRST));
            statement.setInt(4, most);
            List<Standing> page = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    page.add(new Standing(
                            new MemberId(row.getObject("member_id", UUID.class)),
                            StandingRepository.instant(row, "joined_at").orElseThrow()));
                }
            }
            return page;
        } catch (SQLException failure) {
            throw new TierStoreException(failure);
        }
    }

    /** Everything that ever counted for these members on a ladder. */
    public Map<MemberId, List<MetricChange>> changes(TierSetRef set, List<Standing> members) {
        try (PreparedStatement statement = store.connection().prepareStatement(CHANGES)) {
            statement.setString(1, set.program().value());
            statement.setString(2, set.set().value());
            UUID[] ids = members.stream().map(one -> one.member().value()).toArray(UUID[]::new);
            statement.setArray(3, statement.getConnection().createArrayOf("uuid", ids));
            Map<MemberId, List<MetricChange>> changes = new HashMap<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    changes.computeIfAbsent(
                                    new MemberId(row.getObject("member_id", UUID.class)), none -> new ArrayList<>())
                            .add(change(row));
                }
            }
            return changes;
        } catch (SQLException failure) {
            throw new TierStoreException(failure);
        }
    }

    private static MetricChange change(ResultSet row) throws SQLException {
        return new MetricChange(
                StandingRepository.instant(row, "at").orElseThrow(),
                StandingRepository.instant(row, "counts_at").orElseThrow(),
                row.getString("source"),
                row.getString("reference"),
                row.getInt("part"),
                row.getLong("delta"),
                row.getString("measure"));
    }
}
