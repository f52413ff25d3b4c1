package io.steadfast.reporting.store;

import io.steadfast.platform.persistence.TenantStore;
import io.steadfast.reporting.ExportKind;
import io.steadfast.reporting.ExportService;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Pages of whole tables by their primary keys. */
@Dependent
public class ExportReadings {

    private static final int PAGE = 1_000;

    private static final String MEMBERS = """
            SELECT m.member_id AS id, ARRAY[m.member_id::text, i.external_id, i.phone, i.email, i.card, m.name,
                   m.birthday::text, m.locale, m.home_store, lower(m.kind), m.employee::text, lower(m.status),
                   to_char(m.joined_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
                   (SELECT string_agg(e.program, ' ' ORDER BY e.program) FROM enrolment AS e
                     WHERE e.member_id = m.member_id AND e.left_at IS NULL)] AS cells
              FROM (SELECT * FROM member WHERE member_id > ? AND status <> 'ERASED' ORDER BY member_id LIMIT ?) AS m
              LEFT JOIN LATERAL (
                   SELECT max(value) FILTER (WHERE kind = 'EXTERNAL_ID') AS external_id,
                          max(value) FILTER (WHERE kind = 'PHONE') AS phone,
                          max(value) FILTER (WHERE kind = 'EMAIL') AS email,
                          max(value) FILTER (WHERE kind = 'CARD') AS card
                     FROM member_identity AS o WHERE o.member_id = m.member_id AND o.ended_at IS NULL) AS i ON true
             ORDER BY m.member_id
            """;
    private static final String ENTRIES = """
            SELECT entry_id AS id, ARRAY[entry_id::text, member_id::text, seq::text, wallet, lower(kind), points::text,
                   pending_points::text, active_points::text, held_points::text, debt_points::text,
                   to_char(effective_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), posting_date::text,
                   origin_code, origin_version::text, rule, reason, source, reference] AS cells
              FROM entry WHERE entry_id > ? ORDER BY entry_id LIMIT ?
            """;
    private static final String ORDERS = """
            SELECT order_id AS id, ARRAY[order_id::text, source, reference, member_id::text,
                   to_char(occurred_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), lower(status), currency,
                   total_amount::text, content -> 'store' ->> 'code', content ->> 'channel', revision::text,
                   to_char(recorded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')] AS cells
              FROM purchase_order WHERE order_id > ? ORDER BY order_id LIMIT ?
            """;
    private static final String VOUCHERS = """
            SELECT voucher_id AS id, ARRAY[voucher_id::text, right(code, 4), member_id::text, program, reward, lower(kind),
                   lower(state), currency, face::text, used::text, remaining::text,
                   to_char(issued_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
                   to_char(active_from AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
                   to_char(expires_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')] AS cells
              FROM voucher WHERE voucher_id > ? ORDER BY voucher_id LIMIT ?
            """;
    private static final Map<ExportKind, String> BY_KIND = Map.of(
            ExportKind.MEMBERS, MEMBERS,
            ExportKind.ENTRIES, ENTRIES,
            ExportKind.ORDERS, ORDERS,
            ExportKind.VOUCHERS, VOUCHERS);

    @Inject
    TenantStore store;

    public List<ExportService.Line> after(ExportKind kind, UUID id) {
        return store.sql(Objects.requireNonNull(BY_KIND.get(kind)))
                .id(id)
                .number(PAGE)
                .all(row -> new ExportService.Line(row.id("id"), row.textsOrEmpty("cells")));
    }
}
