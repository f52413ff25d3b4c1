package io.steadfast.accrual.store;

import io.steadfast.accrual.core.Activity;
import io.steadfast.accrual.core.CapKey;
import io.steadfast.accrual.core.CapUse;
import io.steadfast.accrual.core.Order;
import io.steadfast.platform.persistence.Ids;
import io.steadfast.platform.persistence.TenantStore;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.RuleCode;
import io.steadfast.shared.WalletCode;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Writes what a report leaves behind: its state, the receipt, the proofs and the use of caps and budgets. */
@Dependent
public class FilingRepository {

    private static final String ORDER = """
            INSERT INTO purchase_order (order_id, source, reference, member_id, occurred_at, status, currency,
                                        total_amount, revision, content, judgement, receipt_id, recorded_at, changed_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?, ?, ?)
            ON CONFLICT ON CONSTRAINT purchase_order_source_reference DO UPDATE
               SET member_id = excluded.member_id, status = excluded.status, total_amount = excluded.total_amount,
                   revision = excluded.revision, content = excluded.content, judgement = excluded.judgement,
                   receipt_id = excluded.receipt_id, changed_at = excluded.changed_at
            """;
    private static final String ACTIVITY = """
            INSERT INTO activity (activity_id, source, reference, type, member_id, occurred_at, content, receipt_id,
                                  recorded_at)
            VALUES (?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?)
            """;
    private static final String RECEIPT = """
            INSERT INTO receipt (receipt_id, subject_kind, subject_id, member_id, cause, facts, body, recorded_at)
            VALUES (?, ?, ?, ?, ?, ?::jsonb, ?, ?)
            """;
    private static final String PROOFS = """
            INSERT INTO proof (proof_id, receipt_id, member_id, kind, program, version, rule, wallet, entry_id,
                               document, recorded_at)
            SELECT p.proof_id, ?, p.member_id, p.kind, p.program, p.version, p.rule, p.wallet, p.entry_id,
                   p.document, ?
              FROM unnest(?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::int[], ?::text[], ?::text[], ?::uuid[],
                          ?::jsonb[])
                AS p (proof_id, member_id, kind, program, version, rule, wallet, entry_id, document)
            """;
    private static final String CAPS = """
            INSERT INTO cap_usage AS c (member_id, until_at, from_at, program, rule, wallet, unit, amount)
            SELECT * FROM unnest(?::uuid[], ?::timestamptz[], ?::timestamptz[], ?::text[], ?::text[], ?::text[],
                                 ?::text[], ?::bigint[])
            ON CONFLICT ON CONSTRAINT cap_usage_key DO UPDATE SET amount = c.amount + excluded.amount
            """;
    private static final String BUDGETS = """
            INSERT INTO budget_use (use_id, budget, receipt_id, points, recorded_at)
            SELECT b.use_id, b.budget, ?, b.points, ?
              FROM unnest(?::uuid[], ?::text[], ?::bigint[]) AS b (use_id, budget, points)
            """;

    @Inject
    TenantStore store;

    @Inject
    Documents documents;

    /** Writes all there is of it, in one round trip with whatever else the transaction writes last. */
    public void file(Filing filing) {
        store.send(List.of(filing.subject().order().isPresent() ? ORDER : ACTIVITY), (prepared, first) -> {
            Bindings bindings = new Bindings(prepared, first);
            bindSubject(bindings, filing);
            return bindings.next();
        });
        amend(filing);
    }

    /** Writes what a later decision about a known activity leaves behind: everything but the activity itself. */
    public void amend(Filing filing) {
        boolean proves = !filing.proofs().isEmpty();
        boolean caps = filing.capUses().values().stream().anyMatch(uses -> !uses.isEmpty());
        boolean budgets = !filing.budgets().isEmpty();
        List<String> statements = new ArrayList<>(List.of(RECEIPT));
        statements.addAll(proves ? List.of(PROOFS) : List.of());
        statements.addAll(caps ? List.of(CAPS) : List.of());
        statements.addAll(budgets ? List.of(BUDGETS) : List.of());
        store.send(statements, (prepared, first) -> {
            Bindings bindings = new Bindings(prepared, first);
            bindReceipt(bindings, filing);
            if (proves) {
                bindProofs(bindings, filing);
            }
            if (caps) {
                bindCaps(bindings, filing.capUses());
            }
            if (budgets) {
                bindBudgets(bindings, filing);
            }
            return bindings.next();
        });
    }

    private void bindSubject(Bindings bindings, Filing filing) throws SQLException {
        Filing.Subject subject = filing.subject();
        if (subject.order().isPresent()) {
            bindOrder(bindings, filing, subject.order().get());
        } else {
            bindActivity(bindings, filing, subject.activity().orElseThrow());
        }
    }

    private void bindOrder(Bindings bindings, Filing filing, Order order) throws SQLException {
        bindings.id(filing.subject().id())
                .text(order.source())
                .text(order.reference())
                .id(order.member().map(MemberId::value))
                .instant(order.occurredAt())
                .text(order.status().name())
                .text(order.currency().getCurrencyCode())
                .number(order.linesAmount())
                .number(order.revision())
                .text(documents.text(order))
                .text(documents.text(
                        filing.subject().judgement().map(JudgementDocument::of).orElse(JudgementDocument.NONE)))
                .id(filing.receipt().receiptId())
                .instant(filing.now())
                .instant(filing.now());
    }

    private void bindActivity(Bindings bindings, Filing filing, Activity activity) throws SQLException {
        bindings.id(filing.subject().id())
                .text(activity.source())
                .text(activity.reference())
                .text(activity.type())
                .id(activity.member().value())
                .instant(activity.occurredAt())
                .text(documents.text(activity))
                .id(filing.receipt().receiptId())
                .instant(filing.now());
    }

    private void bindReceipt(Bindings bindings, Filing filing) throws SQLException {
        bindings.id(filing.receipt().receiptId())
                .text(filing.subject().kind())
                .id(filing.subject().id())
                .id(filing.subject().member().map(MemberId::value))
                .text(filing.cause())
                .text(documents.text(ReceiptFacts.of(filing)))
                .text(documents.text(filing.receipt()))
                .instant(filing.now());
    }

    private void bindProofs(Bindings bindings, Filing filing) throws SQLException {
        List<Proof> proofs = filing.proofs();
        bindings.id(filing.receipt().receiptId())
                .instant(filing.now())
                .texts(column(proofs, proof -> Optional.of(Ids.next().toString())))
                .texts(column(proofs, proof -> proof.member().map(MemberId::toString)))
                .texts(column(proofs, proof -> Optional.of(proof.kind().name())))
                .texts(column(proofs, proof -> Optional.of(proof.program().value())))
                .texts(column(proofs, proof -> Optional.of(Integer.toString(proof.version()))))
                .texts(column(proofs, proof -> proof.rule().map(RuleCode::value)))
                .texts(column(proofs, proof -> proof.wallet().map(WalletCode::value)))
                .texts(column(proofs, proof -> proof.entry().map(UUID::toString)))
                .texts(column(proofs, proof -> Optional.of(documents.text(proof.document()))));
    }

    /** One use of one member. */
    private record MemberUse(MemberId member, CapUse use) {}

    private static void bindCaps(Bindings bindings, Map<MemberId, List<CapUse>> uses) throws SQLException {
        List<MemberUse> rows = new ArrayList<>();
        uses.forEach((member, own) -> own.forEach(use -> rows.add(new MemberUse(member, use))));
        bindings.texts(column(rows, row -> Optional.of(row.member().toString())))
                .texts(column(
                        rows, row -> key(row).until().map(Instant::toString).or(() -> Optional.of("infinity"))))
                .texts(column(
                        rows, row -> key(row).from().map(Instant::toString).or(() -> Optional.of("-infinity"))))
                .texts(column(rows, row -> Optional.of(key(row).program().value())))
                .texts(column(
                        rows,
                        row -> Optional.of(key(row).rule().map(RuleCode::value).orElse(""))))
                .texts(column(rows, row -> Optional.of(key(row).wallet().value())))
                .texts(column(rows, row -> Optional.of(key(row).unit().name())))
                .texts(column(rows, row -> Optional.of(Long.toString(row.use().amount()))));
    }

    private static CapKey key(MemberUse row) {
        return row.use().key();
    }

    private static void bindBudgets(Bindings bindings, Filing filing) throws SQLException {
        List<BudgetDelta> rows = filing.budgets();
        bindings.id(filing.receipt().receiptId())
                .instant(filing.now())
                .texts(column(rows, row -> Optional.of(Ids.next().toString())))
                .texts(column(rows, row -> Optional.of(row.budget())))
                .texts(column(rows, row -> Optional.of(Long.toString(row.units()))));
    }

    private static <T> List<Optional<String>> column(List<T> rows, Function<T, Optional<String>> value) {
        return rows.stream().map(value).toList();
    }
}
