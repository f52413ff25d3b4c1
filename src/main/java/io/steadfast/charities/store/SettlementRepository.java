package io.steadfast.charities.store;

import com.fasterxml.jackson.databind.JsonNode;
import io.steadfast.charities.core.CharityTotal;
import io.steadfast.charities.core.DonationState;
import io.steadfast.charities.core.Part;
import io.steadfast.charities.core.Settlement;
import io.steadfast.platform.persistence.Row;
import io.steadfast.platform.persistence.TenantStore;
import io.steadfast.programs.core.CharityCode;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.Money;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Batches, and what stands for charities and members. */
@Dependent
public class SettlementRepository {

    private static final String NUMBER = "SELECT nextval('settlement_number') AS number";
    private static final String ADD = """
            INSERT INTO settlement (settlement_id, settlement_no, charity, name, registration, settled_at, donations, totals,
                                    actor_name)
            VALUES (?, ?, ?, ?::jsonb, ?, ?, ?, ?::jsonb, ?)
            """;
    private static final String COLUMNS =
            "SELECT settlement_id, settlement_no, charity, name::text AS name, registration, settled_at, totals::text AS totals,"
                    + " actor_name, receipted_at, receipt_reference FROM settlement ";
    private static final String FIND = COLUMNS + "WHERE charity = ? AND settlement_id = ?";
    private static final String PAGE =
            COLUMNS + "WHERE charity = ? AND settlement_no < ? ORDER BY settlement_no DESC LIMIT ?";
    private static final String RECEIPT = """
            UPDATE settlement SET receipted_at = ?, receipt_reference = ? WHERE settlement_id = ? AND receipted_at IS NULL
            """;
    private static final String RECEIPT_DONATIONS =
            "UPDATE donation SET state = 'RECEIPTED' WHERE settlement_id = ? AND state = 'SETTLED'";

    /** As the clock has it: what is due counts as confirmed and as the default charity's, whether the job ran or not. */
    private static final String OPEN = """
            SELECT charity, state, part, currency, sum(amount) AS amount, count(*) AS donations
              FROM (SELECT CASE WHEN charity IS NULL AND fallback_at <= ? THEN fallback ELSE charity END AS charity,
                           CASE WHEN confirm_at <= ? THEN 'CONFIRMED' ELSE state END AS state, part, currency, amount
                      FROM donation
                     WHERE state IN ('PLEDGED', 'CONFIRMED')
                       AND (charity = ANY (?) OR (charity IS NULL AND (fallback = ANY (?) OR ? = 'COUNTED')))) open
             WHERE charity = ANY (?) OR (charity IS NULL AND ? = 'COUNTED')
             GROUP BY charity, state, part, currency
            """;

    private static final String SETTLED = """
            SELECT s.charity, CASE WHEN s.receipted_at IS NULL THEN 'SETTLED' ELSE 'RECEIPTED' END AS state, t.part, t.currency,
                   sum(t.amount) AS amount, sum(t.donations) AS donations
              FROM settlement s,
                   jsonb_to_recordset(s.totals) AS t (part text, currency text, amount bigint, donations bigint)
             WHERE s.charity = ANY (?)
             GROUP BY 1, 2, 3, 4
            """;
    private static final String OF_MEMBER = """
            SELECT NULL::text AS charity, state, part, currency, sum(amount) AS amount, count(*) AS donations
              FROM (SELECT CASE WHEN state = 'PLEDGED' AND confirm_at <= ? THEN 'CONFIRMED' ELSE state END AS state, part,
                           currency, amount
                      FROM donation WHERE member_id = ? AND state <> 'REVERSED') own
             GROUP BY state, part, currency
            """;

    @Inject
    TenantStore store;

    @Inject
    JsonColumns json;

    public long nextNumber() {
        return store.sql(NUMBER).one(row -> row.number("number")).orElseThrow();
    }

    public void add(Settlement settlement) {
        store.sql(ADD)
                .id(settlement.id())
                .number(settlement.number())
                .text(settlement.charity().value())
                .text(json.written(settlement.name()))
                .text(settlement.registration())
                .instant(settlement.settledAt())
                .number(settlement.donations())
                .text(json.written(settlement.totals().stream()
                        .map(SettlementRepository::written)
                        .toList()))
                .text(settlement.settledBy())
                .run();
    }

    private static Map<String, Object> written(Settlement.Total total) {
        return Map.of(
                "part",
                total.part().name(),
                "currency",
                total.amount().currency().getCurrencyCode(),
                "amount",
                total.amount().amount(),
                "donations",
                total.donations());
    }

    public Optional<Settlement> find(CharityCode charity, UUID id) {
        return store.sql(FIND).text(charity.value()).id(id).one(this::settlement);
    }

    /** A charity's batches, the latest first, before the given number. */
    public List<Settlement> page(CharityCode charity, long before, int most) {
        return store.sql(PAGE).text(charity.value()).number(before).number(most).all(this::settlement);
    }

    /** Keeps the charity's acknowledgement; false where it has one already. */
    public boolean receipt(UUID settlement, Settlement.Receipt receipt) {
        boolean first = store.sql(RECEIPT)
                        .instant(receipt.at())
                        .text(receipt.reference())
                        .id(settlement)
                        .run()
                == 1;
        if (first) {
            store.sql(RECEIPT_DONATIONS).id(settlement).run();
        }
        return first;
    }

    /** Whether donations that wait for a choice are counted too. */
    public enum Waiting {
        COUNTED,
        LEFT_OUT
    }

    /** What stands for these charities as of now. */
    public List<CharityTotal> totals(List<CharityCode> charities, Waiting waiting, Instant now) {
        List<CharityTotal> totals = new ArrayList<>(store.sql(OPEN)
                .instant(now)
                .instant(now)
                .texts(charities)
                .texts(charities)
                .text(waiting.name())
                .texts(charities)
                .text(waiting.name())
                .all(SettlementRepository::total));
        totals.addAll(store.sql(SETTLED).texts(charities).all(SettlementRepository::total));
        return totals;
    }

    /** What a member has given as of now, to whomever. */
    public List<CharityTotal> totals(MemberId member, Instant now) {
        return store.sql(OF_MEMBER).instant(now).id(member.value()).all(SettlementRepository::total);
    }

    private static CharityTotal total(Row row) throws SQLException {
        return new CharityTotal(
                row.optionalText("charity").map(CharityCode::new),
                DonationState.valueOf(row.text("state")),
                Part.valueOf(row.text("part")),
                Money.of(row.number("amount"), row.text("currency")),
                row.number("donations"));
    }

    private Settlement settlement(Row row) throws SQLException {
        Optional<Instant> receiptedAt = row.optionalInstant("receipted_at");
        String reference = row.optionalText("receipt_reference").orElse("");
        List<Settlement.Total> totals = new ArrayList<>();
        json.tree(row.text("totals")).forEach(each -> totals.add(read(each)));
        return new Settlement(
                row.id("settlement_id"),
                row.number("settlement_no"),
                new CharityCode(row.text("charity")),
                json.text(row.text("name")),
                row.optionalText("registration"),
                row.instant("settled_at"),
                totals,
                row.text("actor_name"),
                receiptedAt.map(at -> new Settlement.Receipt(at, reference)));
    }

    private static Settlement.Total read(JsonNode total) {
        return new Settlement.Total(
                Part.valueOf(total.get("part").textValue().toUpperCase(Locale.ROOT)),
                Money.of(total.get("amount").longValue(), total.get("currency").textValue()),
                total.get("donations").longValue());
    }
}
