package io.steadfast.reporting.store;

import io.steadfast.platform.persistence.TenantStore;
import io.steadfast.reporting.HomeStandings;
import io.steadfast.shared.Money;
import io.steadfast.shared.ProgramCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Currency;

/** Plans, donations and tiers as the console's home shows them. */
@ApplicationScoped
public class StandingReadings {
    private static final String PAID =
            "SELECT count(DISTINCT member_id) FROM membership_standing WHERE state IN ('TRIAL', 'ACTIVE', 'PAST_DUE')";
    private static final String GIVEN =
            "SELECT currency, sum(amount) FROM donation WHERE state <> 'REVERSED' GROUP BY currency ORDER BY currency LIMIT 20";
    private static final String TIERS = """
            SELECT t.program, t.tier_set, t.tier, count(*) FROM tier_standing t JOIN member m USING (member_id)
             WHERE m.status NOT IN ('ERASED', 'MERGED') GROUP BY t.program, t.tier_set, t.tier ORDER BY count(*) DESC, t.tier LIMIT 12
            """;

    @Inject
    private TenantStore store;

    public HomeStandings standings() {
        return new HomeStandings(
                HomeReadings.rows(store, PAID, row -> row.getLong(1)).get(0),
                HomeReadings.rows(
                        store, GIVEN, row -> new Money(row.getLong(2), Currency.getInstance(row.getString(1)))),
                HomeReadings.rows(
                        store,
                        TIERS,
                        row -> new HomeStandings.TierCount(
                                new ProgramCode(row.getString(1)),
                                row.getString(2),
                                row.getString(3),
                                row.getLong(4))));
    }
}
