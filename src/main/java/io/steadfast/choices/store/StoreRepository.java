package io.steadfast.choices.store;

import io.steadfast.choices.core.Store;
import io.steadfast.choices.core.StoreProfile;
import io.steadfast.platform.persistence.BoundStatement;
import io.steadfast.platform.persistence.Row;
import io.steadfast.platform.persistence.TenantStore;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Stores as rows. */
@Dependent
public class StoreRepository {

    private static final String ADD = """
            INSERT INTO store (name, brand, region, country, currency, zone, active_from, active_until, changed_at, store,
                               version, recorded_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?) ON CONFLICT DO NOTHING
            """;
    private static final String CHANGE = """
            UPDATE store SET name = ?, brand = ?, region = ?, country = ?, currency = ?, zone = ?, active_from = ?,
                             active_until = ?, changed_at = ?, version = version + 1
             WHERE store = ? AND version = ?
            """;
    private static final String COLUMNS = "SELECT store, name, brand, region, country, currency, zone, active_from,"
            + " active_until, version FROM store ";
    private static final String FIND = COLUMNS + "WHERE store = ?";
    private static final String PAGE = COLUMNS + "WHERE store > ? ORDER BY store LIMIT ?";

    @Inject
    TenantStore store;

    /** False where the code is taken. */
    public boolean add(String code, StoreProfile profile, Instant now) {
        return described(store.sql(ADD), profile, now).text(code).instant(now).run() == 1;
    }

    /** False where it isn't of that version any more. */
    public boolean change(String code, long version, StoreProfile profile, Instant now) {
        return described(store.sql(CHANGE), profile, now)
                        .text(code)
                        .number(version)
                        .run()
                == 1;
    }

    private static BoundStatement described(BoundStatement statement, StoreProfile profile, Instant now) {
        return statement
                .text(profile.name())
                .text(profile.brand())
                .text(profile.region())
                .text(profile.country())
                .text(profile.currency().getCurrencyCode())
                .text(profile.zone().getId())
                .date(profile.activeFrom())
                .date(profile.activeUntil())
                .instant(now);
    }

    public Optional<Store> find(String code) {
        return store.sql(FIND).text(code).one(StoreRepository::store);
    }

    /** As {@link #find}, in one round trip with whatever else is asked. */
    public Supplier<Optional<Store>> ask(String code) {
        return store.ask(
                List.of(FIND),
                (statement, first) -> {
                    statement.setString(first, code);
                    return first + 1;
                },
                results -> {
                    ResultSet row = results.rows();
                    return row.next() ? Optional.of(store(new Row(row))) : Optional.empty();
                });
    }

    /** Stores by code after the given one, {@code ""} for the first. */
    public List<Store> page(String after, int most) {
        return store.sql(PAGE).text(after).number(most).all(StoreRepository::store);
    }

    private static Store store(Row row) throws SQLException {
        return new Store(
                row.text("store"),
                new StoreProfile(
                        row.text("name"),
                        row.optionalText("brand"),
                        row.optionalText("region"),
                        row.optionalText("country"),
                        Currency.getInstance(row.text("currency")),
                        ZoneId.of(row.text("zone")),
                        row.optionalDate("active_from"),
                        row.optionalDate("active_until")),
                row.number("version"));
    }
}
