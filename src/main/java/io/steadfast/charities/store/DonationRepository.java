package io.steadfast.charities.store;

import io.steadfast.charities.core.Donation;
import io.steadfast.charities.core.DonationChange;
import io.steadfast.charities.core.Move;
import io.steadfast.platform.persistence.BoundStatement;
import io.steadfast.platform.persistence.Ids;
import io.steadfast.platform.persistence.TenantStore;
import io.steadfast.platform.security.Actor;
import io.steadfast.platform.security.CurrentActor;
import io.steadfast.programs.core.CharityCode;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.ProgramCode;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Donations and their entries. Rows are locked in the order of their ids, after member and order, so that an order, a
 * settlement and the nightly work never wait for each other in a circle.
 */
@Dependent
public class DonationRepository {

    private static final String OPEN = "d.state IN ('PLEDGED', 'CONFIRMED')";
    private static final String LOCK = " ORDER BY d.donation_id FOR UPDATE OF d";

    private static final String OF_ORDER = DonationRow.COLUMNS + "WHERE d.order_id = ?" + LOCK;
    private static final String OPEN_OF_MEMBER =
            DonationRow.COLUMNS + "WHERE d.member_id = ? AND d.program = ? AND " + OPEN + LOCK;
    private static final String OF_MEMBER =
            DonationRow.COLUMNS + "WHERE d.member_id = ? AND d.donation_id < ? ORDER BY d.donation_id DESC LIMIT ?";
    private static final String OF_SETTLEMENT =
            DonationRow.COLUMNS + "WHERE d.settlement_id = ? AND d.donation_id > ? ORDER BY d.donation_id LIMIT ?";
    private static final String DUE = DonationRow.COLUMNS + """
            WHERE d.donation_id IN (
                (SELECT donation_id FROM donation WHERE state = 'PLEDGED' AND confirm_at <= ? ORDER BY confirm_at LIMIT ?)
                UNION
                (SELECT donation_id FROM donation
                  WHERE charity IS NULL AND state IN ('PLEDGED', 'CONFIRMED') AND fallback_at <= ? ORDER BY fallback_at LIMIT ?))
            """ + LOCK;
    private static final String NEXT_DUE = """
            SELECT least((SELECT min(confirm_at) FROM donation WHERE state = 'PLEDGED'),
                         (SELECT min(fallback_at) FROM donation WHERE charity IS NULL AND state IN ('PLEDGED', 'CONFIRMED')),
                         (SELECT min(c.closed_at) FROM charity c JOIN donation d ON d.charity = c.charity
                           WHERE c.status = 'CLOSED' AND d.state IN ('PLEDGED', 'CONFIRMED'))) AS at
            """;
    private static final String LEFT_BEHIND = DonationRow.COLUMNS + """
            JOIN charity c ON c.charity = coalesce(d.charity, d.fallback)
            WHERE c.status = 'CLOSED' AND d.state IN ('PLEDGED', 'CONFIRMED')
            ORDER BY d.donation_id LIMIT ? FOR UPDATE OF d
            """;
    private static final String CONFIRMED = DonationRow.COLUMNS
            + "WHERE d.charity = ? AND d.state = 'CONFIRMED' ORDER BY d.donation_id LIMIT ? FOR UPDATE OF d";
    private static final String ENTER = """
            INSERT INTO donation_entry (entry_id, donation_id, kind, from_account, from_charity, to_account, to_charity, currency,
                                        amount, effective_at, recorded_at, receipt_id, settlement_id, actor_kind, actor_id)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    @Inject
    TenantStore store;

    @Inject
    CurrentActor actor;

    /** What stands for an order, taken back donations too; locked. */
    public List<Donation> ofOrder(UUID order) {
        return store.sql(OF_ORDER).id(order).all(DonationRow::read);
    }

    /** A member's donations in a program that aren't settled; locked. */
    public List<Donation> open(MemberId member, ProgramCode program) {
        return store.sql(OPEN_OF_MEMBER)
                .id(member.value())
                .text(program.value())
                .all(DonationRow::read);
    }

    /** A member's donations, the latest first, before the given one. */
    public List<Donation> ofMember(MemberId member, UUID before, int most) {
        return store.sql(OF_MEMBER).id(member.value()).id(before).number(most).all(DonationRow::read);
    }

    /** A batch's donations in the order of their ids, after the given one. */
    public List<Donation> ofSettlement(UUID settlement, UUID after, int most) {
        return store.sql(OF_SETTLEMENT).id(settlement).id(after).number(most).all(DonationRow::read);
    }

    /** Those that time alone has changed by now; locked. */
    public List<Donation> due(Instant now, int most) {
        return store.sql(DUE)
                .instant(now)
                .number(most)
                .instant(now)
                .number(most)
                .all(DonationRow::read);
    }

    /** When time alone changes one next; in the past where one was left with a charity that closed. */
    public Optional<Instant> nextDue() {
        return store.sql(NEXT_DUE).one(row -> row.optionalInstant("at")).flatMap(at -> at);
    }

    /** Those that a closed charity has or would get, though nothing was paid yet; locked. */
    public List<Donation> leftBehind(int most) {
        return store.sql(LEFT_BEHIND).number(most).all(DonationRow::read);
    }

    /** Confirmed donations of a charity; locked. */
    public List<Donation> confirmed(CharityCode charity, int most) {
        return store.sql(CONFIRMED).text(charity.value()).number(most).all(DonationRow::read);
    }

    /** What an entry belongs to: the receipt of an order's state, the batch; and when it is written. */
    public record Occasion(Optional<UUID> receipt, Optional<UUID> settlement, Instant now) {

        public static Occasion at(Instant now) {
            return new Occasion(Optional.empty(), Optional.empty(), now);
        }
    }

    /** Writes donations as they stand now, and the entries that brought them there. */
    public void write(List<DonationChange> changes, Occasion occasion) {
        BoundStatement rows = store.sql(DonationRow.PUT);
        BoundStatement entries = store.sql(ENTER);
        for (DonationChange change : changes) {
            DonationRow.bind(rows, change.after()).instant(occasion.now()).batch();
            change.moves().forEach(move -> enter(entries, change, move, occasion));
        }
        rows.runBatch();
        entries.runBatch();
    }

    private void enter(BoundStatement entries, DonationChange change, Move move, Occasion occasion) {
        Actor by = actor.actor();
        entries.id(Ids.next())
                .id(change.after().id())
                .text(move.kind().name())
                .text(move.from().name())
                .text(move.fromCharity().map(CharityCode::value))
                .text(move.to().name())
                .text(move.toCharity().map(CharityCode::value))
                .text(change.after().currency().getCurrencyCode())
                .number(move.amount())
                .instant(change.effectiveAt())
                .instant(occasion.now())
                .id(occasion.receipt())
                .id(occasion.settlement())
                .text(by.kind().name())
                .text(by.id())
                .batch();
    }
}
