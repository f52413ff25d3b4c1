package io.steadfast.extensions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.steadfast.accrual.Shop;
import io.steadfast.extensions.core.Extension;
import io.steadfast.extensions.core.ExtensionWish;
import io.steadfast.ledger.Invariants;
import io.steadfast.ledger.LedgerService;
import io.steadfast.ledger.core.Cause;
import io.steadfast.ledger.core.LotDates;
import io.steadfast.ledger.core.Movement;
import io.steadfast.ledger.core.Posting;
import io.steadfast.platform.persistence.Ids;
import io.steadfast.platform.persistence.TenantStore;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.platform.security.Actor;
import io.steadfast.platform.security.ApiKeyService;
import io.steadfast.platform.security.CurrentActor;
import io.steadfast.platform.security.IssuedKey;
import io.steadfast.platform.security.NewKey;
import io.steadfast.platform.security.Scope;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.Money;
import io.steadfast.shared.Origin;
import io.steadfast.shared.ProgramCode;
import io.steadfast.shared.RuleCode;
import io.steadfast.shared.WalletCode;
import io.steadfast.support.ContainerTest;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** P6: ten thousand members extended by twelve months. */
class ExtensionRunServiceIT extends ContainerTest {

    private static final int MEMBERS = 10_000;
    private static final int WORKERS = 4;
    private static final int BATCH = 250;
    private static final ZoneId ZONE = ZoneId.of("America/New_York");
    private static final WalletCode POINTS = new WalletCode("cdnow-points");

    @Inject
    Shop shop;

    @Inject
    LedgerService ledger;

    @Inject
    ExtensionService extensions;

    @Inject
    ExtensionRunService runs;

    @Inject
    Invariants invariants;

    @Inject
    CurrentActor currentActor;

    @Inject
    ApiKeyService keys;

    @Inject
    TenantStore store;

    @Inject
    UserTransaction transaction;

    @Test
    void thePreviewIsTheResultAndEveryLotIsDatedOnce() {
        shop.open("2026-06-15T12:00:00Z");
        ProgramCode program = shop.publish("CDNOW", "2026-01-01T05:00:00Z");
        Shop.atOnce(WORKERS, worker -> grants(MEMBERS / WORKERS, worker, program));
        UUID id = shop.call(() -> extensions.request(wish(program)).id());
        Extension.Figures preview = shop.call(() -> extensions.find(id)).figures();
        assertThat(preview.members()).isEqualTo(MEMBERS);
        assertThat(preview.lots()).isEqualTo(MEMBERS);
        assertThat(preview.points()).isEqualTo(100L * MEMBERS);
        assertThat(shop.call(() -> extensions.find(id)).liability())
                .as("a point is worth 2 cents, 80 percent are used")
                .contains(Money.of(16_000_00, "USD"));
        assertThat(shop.number("SELECT count(*) FROM lot_change")).isZero();
        assertThatThrownBy(() -> shop.call(() -> extensions.begin(id))).isInstanceOf(Refusal.class);
        approvedBy("finance", id);
        shop.call(() -> extensions.begin(id));
        Extension done = run(id);
        assertThat(done.state()).isEqualTo(Extension.State.DONE);
        assertThat(done.figures().extended()).isEqualTo(preview.lots());
        assertThat(done.figures().passedOver()).isZero();
        assertThat(done.figures().members()).isEqualTo(preview.members());
        assertThat(done.figures().points()).isEqualTo(preview.points());
        assertThat(shop.number("SELECT count(DISTINCT lot_id) FROM lot_change")).isEqualTo(MEMBERS);
        assertThat(shop.number("SELECT count(*) FROM lot_change")).isEqualTo(MEMBERS);
        assertThat(shop.number("SELECT count(*) FROM lot l JOIN lot_change c USING (lot_id)"
                        + " WHERE (c.expires_at AT TIME ZONE 'America/New_York') - interval '1 day'"
                        + " <> (l.expires_at AT TIME ZONE 'America/New_York') - interval '1 day' + interval '1 year'"))
                .isZero();
        shop.call(() -> extensions.begin(id));
        run(id);
        assertThat(shop.number("SELECT count(*) FROM lot_change")).isEqualTo(MEMBERS);
        assertThat(shop.call(() -> invariants.violations())).isEmpty();
    }

    @Test
    void whatWasUsedUpOrExtendedMeanwhileIsPassedOver() {
        shop.open("2026-06-15T12:00:00Z");
        ProgramCode program = shop.publish("CDNOW", "2026-01-01T05:00:00Z");
        grants(3, 0, program);
        UUID first = shop.call(() -> extensions.request(wish(program)).id());
        UUID second = shop.call(() -> extensions.request(wish(program)).id());
        for (UUID id : List.of(first, second)) {
            approvedBy("finance", id);
            shop.call(() -> extensions.begin(id));
            run(id);
        }
        assertThat(shop.call(() -> extensions.find(first)).figures().extended()).isEqualTo(3);
        assertThat(shop.call(() -> extensions.find(second)).figures().passedOver())
                .isEqualTo(3);
        assertThat(shop.number("SELECT count(*) FROM lot_change")).isEqualTo(3);
    }

    @Test
    void whoever_made_the_key_that_asked_is_no_second_person() {
        shop.open("2026-06-15T12:00:00Z");
        ProgramCode program = shop.publish("CDNOW", "2026-01-01T05:00:00Z");
        grants(3, 0, program);
        IssuedKey key = as("olivia", () -> keys.issue(new NewKey("shop", Set.of(Scope.ADJUSTMENTS_WRITE), Set.of())));
        Actor asking = new Actor(
                Actor.Kind.KEY, key.id().toString(), "shop", Set.of(), Set.of(Scope.ADJUSTMENTS_WRITE), Set.of());
        Callable<Extension> request = () -> extensions.request(wish(program));
        UUID id = shop.call(() -> currentActor.call(asking, "local", request)).id();
        assertThatThrownBy(() -> approvedBy("olivia", id))
                .isInstanceOf(Refusal.class)
                .extracting(refused -> ((Refusal) refused).reason().name())
                .isEqualTo("EXTENSION_OWN_REQUEST");
        approvedBy("finance", id);
        assertThat(shop.call(() -> extensions.find(id)).state()).isEqualTo(Extension.State.APPROVED);
    }

    @Test
    void accounts_that_lapse_by_inactivity_are_extended_as_previewed_and_never_earlier() {
        shop.open("2026-06-15T12:00:00Z");
        ProgramCode program = shop.publish("P2", "2026-01-01T08:00:00Z");
        List<MemberId> members = new ArrayList<>();
        for (int number = 1; number <= 3; number++) {
            MemberId member = shop.member("m" + number, "2026-01-02T08:00:00Z", program);
            shop.put(
                    member,
                    Shop.order("o" + number, "2026-0" + number + "-10T12:00:00Z", "USD", Shop.line("A", 1, 100_00)));
            members.add(member);
        }
        String deadlines =
                "SELECT string_agg(to_char(inactivity_deadline AT TIME ZONE 'America/Los_Angeles', 'YYYY-MM-DD'),"
                        + " ' ' ORDER BY inactivity_deadline) FROM account";
        assertThat(shop.text(deadlines)).isEqualTo("2027-01-11 2027-02-11 2027-03-11");
        UUID id = shop.call(() -> extensions.request(wish(program)).id());
        Extension.Figures preview = shop.call(() -> extensions.find(id)).figures();
        assertThat(preview.accounts()).isEqualTo(3);
        assertThat(preview.lots()).isZero();
        assertThat(preview.points()).isEqualTo(300);
        // Bought again meanwhile: the account lapses later by itself, and later still by the extension.
        shop.put(members.get(0), Shop.order("again", "2026-06-14T12:00:00Z", "USD", Shop.line("A", 1, 10_00)));
        approvedBy("finance", id);
        shop.call(() -> extensions.begin(id));
        assertThat(run(id).figures().extended()).isEqualTo(preview.accounts());
        assertThat(shop.text(deadlines)).isEqualTo("2028-01-11 2028-02-11 2028-03-11");
        assertThat(shop.number("SELECT count(*) FROM standing s WHERE next_expiry_at ="
                        + " (SELECT inactivity_deadline FROM account a WHERE a.member_id = s.member_id)"))
                .isEqualTo(3);
        run(id);
        assertThat(shop.text(deadlines)).isEqualTo("2028-01-11 2028-02-11 2028-03-11");
        shop.at("2027-06-20T12:00:00Z");
        assertThat(shop.call(() -> balance(members.get(1)))).isEqualTo(100);
        shop.at("2028-02-11T08:00:00Z");
        assertThat(shop.call(() -> balance(members.get(1)))).isZero();
        assertThat(shop.call(() -> invariants.violations())).isEmpty();
    }

    @Test
    void what_waits_for_its_notice_is_extended_in_its_plan_account_or_lot_though_nobody_promises_it_any_more() {
        for (String template : List.of("P2", "CDNOW")) {
            shop.open("2026-03-10T12:00:00Z");
            ProgramCode program = shop.publish(
                    Shop.template(
                            template,
                            "\"consumption\":\"earliest_expiry\"",
                            "\"notice\":{\"days\":30,\"channel\":\"reported\"},\"consumption\":\"earliest_expiry\""),
                    "2026-01-01T08:00:00Z");
            MemberId member = shop.member("m", "2026-01-02T08:00:00Z", program);
            shop.put(member, Shop.order("o", "2026-03-10T12:00:00Z", "USD", Shop.line("A", 1, 100_00)));
            shop.publish(Shop.template(template), "2026-04-01T08:00:00Z");
            shop.at("2026-06-15T12:00:00Z");
            UUID id = shop.call(() -> extensions.request(wish(program)).id());
            Extension.Figures preview = shop.call(() -> extensions.find(id)).figures();
            assertThat(preview.accounts() + preview.lots()).as(template).isEqualTo(1);
            assertThat(preview.points()).as(template).isEqualTo(100);
            approvedBy("finance", id);
            shop.call(() -> extensions.begin(id));
            assertThat(run(id).figures().extended()).as(template).isEqualTo(1);
            String plan = "SELECT to_char(planned_at, 'YYYY-MM-DD') FROM %s WHERE planned_at IS NOT NULL";
            assertThat(shop.text(plan.formatted(template.equals("P2") ? "account_promise" : "lot_promise")))
                    .as(template)
                    .isEqualTo("2028-03-11");
            assertThat(shop.number("SELECT count(*) FROM account WHERE inactivity_deadline IS NOT NULL"))
                    .isZero();
            assertThat(shop.number("SELECT count(*) FROM open_lot WHERE expires_at <> 'infinity'"))
                    .isZero();
        }
    }

    private long balance(MemberId member) throws Exception {
        transaction.begin();
        try {
            return ledger.lockMember(member).balances().get(0).spendable();
        } finally {
            transaction.rollback();
        }
    }

    private <T> T as(String person, Callable<T> work) {
        Actor actor = new Actor(Actor.Kind.PERSON, person, person, Set.of(), Set.of(), Set.of());
        return shop.call(() -> currentActor.call(actor, "local", work));
    }

    private Extension run(UUID id) {
        Extension now = shop.call(() -> runs.runSome(id));
        while (now.state() == Extension.State.RUNNING) {
            now = shop.call(() -> runs.runSome(id));
        }
        return now;
    }

    private void approvedBy(String person, UUID id) {
        Actor actor = new Actor(Actor.Kind.PERSON, person, person, Set.of(), Set.of(), Set.of());
        Callable<Extension> approval = () -> extensions.approve(id);
        shop.call(() -> currentActor.call(actor, "local", approval));
    }

    private static ExtensionWish wish(ProgramCode program) {
        return new ExtensionWish(
                new ExtensionWish.Selection(
                        program,
                        ExtensionWish.What.POINTS,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Set.of(),
                        List.of()),
                new ExtensionWish.Term(Optional.empty(), Optional.of(12)),
                "Stores were closed");
    }

    /** One lot for each of so many new members, ending on different days. */
    private int grants(int members, int seed, ProgramCode program) {
        Cause cause =
                Cause.rule(new Origin(Origin.Kind.PROGRAM, program.value(), 1, Optional.of(new RuleCode("purchase"))));
        for (int from = 0; from < members; from += BATCH) {
            int first = from;
            shop.call(() -> {
                transaction.begin();
                store.repeatStatements();
                for (int i = first; i < Math.min(members, first + BATCH); i++) {
                    MemberId member = new MemberId(Ids.next());
                    ledger.open(member, Instant.parse("2026-01-01T05:00:00Z"));
                    ledger.lockMember(member);
                    Instant end = LocalDate.of(2026, 7, 1)
                            .plusDays((i * 7L + seed) % 300)
                            .atStartOfDay(ZONE)
                            .toInstant();
                    LotDates dates = LotDates.usableFrom(Instant.parse("2026-02-01T05:00:00Z"))
                            .until(end);
                    ledger.post(Posting.of(member, shop.now(), Movement.Grant.accrual(POINTS, 100, dates, cause)));
                }
                transaction.commit();
                return first;
            });
        }
        return members;
    }
}
