package io.steadfast.reporting.store;

import io.steadfast.platform.persistence.TenantStore;
import io.steadfast.reporting.PlanSpend;
import io.steadfast.shared.Money;
import io.steadfast.shared.ProgramCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Orders by the plan their member had; a return takes money of its line, the share of its quantity where it names none. */
@ApplicationScoped
public class PlanSpendReadings {
    private static final String SPEND = """
            WITH judged AS (
                SELECT o.member_id, o.currency, o.total_amount, o.content,
                       program -> 'facts' -> 'plans' ->> ? AS plan
                  FROM purchase_order o, jsonb_array_elements(o.judgement -> 'programs') program
                 WHERE o.occurred_at >= ? AND o.occurred_at < ? AND o.status IN ('PAID', 'FULFILLED')
                   AND o.member_id IS NOT NULL AND program ->> 'program' = ?)
            SELECT plan, currency, count(DISTINCT member_id), count(*), sum(total_amount - returned)::bigint
              FROM judged, LATERAL (
                SELECT coalesce(sum(coalesce(
                           (back ->> 'amount')::bigint,
                           floor((bought ->> 'amount')::bigint * (back ->> 'quantity')::numeric
                                 / (bought ->> 'quantity')::numeric)::bigint)), 0) AS returned
                  FROM jsonb_array_elements(content -> 'returns') given
                 CROSS JOIN jsonb_array_elements(given -> 'lines') back
                  LEFT JOIN jsonb_array_elements(content -> 'lines') bought
                         ON bought ->> 'lineId' = back ->> 'lineId'
                 WHERE upper(given ->> 'status') = 'STANDING') returns
             GROUP BY plan, currency ORDER BY plan NULLS FIRST, currency
            """;

    @Inject
    private TenantStore store;

    public List<PlanSpend> spend(ProgramCode program, Instant from, Instant upTo) {
        try (PreparedStatement statement = store.connection().prepareStatement(SPEND)) {
            statement.setString(1, program.value());
            statement.setObject(2, from.atOffset(ZoneOffset.UTC));
            statement.setObject(3, upTo.atOffset(ZoneOffset.UTC));
            statement.setString(4, program.value());
            List<PlanSpend> spends = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    spends.add(new PlanSpend(
                            Optional.ofNullable(row.getString(1)),
                            row.getLong(3),
                            row.getLong(4),
                            Money.of(row.getLong(5), row.getString(2))));
                }
            }
            return spends;
        } catch (SQLException failure) {
            throw new IllegalStateException("The spend by plan can't be read", failure);
        }
    }
}
