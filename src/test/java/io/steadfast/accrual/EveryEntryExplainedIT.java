package io.steadfast.accrual;

import static org.assertj.core.api.Assertions.assertThat;

import io.steadfast.ledger.DueService;
import io.steadfast.ledger.LedgerService;
import io.steadfast.ledger.StatementService;
import io.steadfast.ledger.core.Cause;
import io.steadfast.ledger.core.ConsumptionOrder;
import io.steadfast.ledger.core.DeficitPolicy;
import io.steadfast.ledger.core.EntryKind;
import io.steadfast.ledger.core.LotDates;
import io.steadfast.ledger.core.Movement;
import io.steadfast.ledger.core.Posting;
import io.steadfast.ledger.core.ReturnPolicy;
import io.steadfast.ledger.core.StatementEntry;
import io.steadfast.ledger.core.StatementPage;
import io.steadfast.platform.i18n.Language;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.ProgramCode;
import io.steadfast.shared.WalletCode;
import io.steadfast.support.ContainerTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Whatever stands in the books can be explained, in both languages. */
class EveryEntryExplainedIT extends ContainerTest {

    private static final String START = "2026-01-01T00:00:00Z";
    private static final String BOUGHT = "2026-03-14T10:00:00Z";
    private static final WalletCode POINTS = new WalletCode("points");
    private static final Cause CAUSE = Cause.of(new Cause.Authority("PERSON", "anna", "PARCEL_LATE"));

    @Inject
    Shop shop;

    @Inject
    LedgerService ledger;

    @Inject
    StatementService statements;

    @Inject
    ExplanationService explanations;

    @Inject
    DueService due;

    private MemberId member;

    @Test
    void an_entry_of_every_kind_says_why_it_stands_in_both_languages() {
        shop.open("2026-03-14T12:00:00Z");
        ProgramCode program = shop.publish("P1", START);
        member = shop.member("anna", START, program);
        shop.put(member, Shop.order("1", BOUGHT, "GBP", Shop.line("A", 1, 40_00)));
        bookTheRest();
        Map<EntryKind, StatementEntry> booked = booked();
        assertThat(booked.keySet()).containsExactlyInAnyOrder(EntryKind.values());
        entries().forEach(this::isExplained);
        assertThat(sentence(booked, EntryKind.REDEMPTION)).isEqualTo("You used 7 Points.");
        assertThat(sentence(booked, EntryKind.EXPIRY))
                .isEqualTo("4 Points lapsed: they could be used until April 12, 2026.");
        assertThat(sentence(booked, EntryKind.REVERSAL))
                .isEqualTo(
                        "1,000 Points were taken back; 1,000 of them are owed, and the next ones you get pay them first.");
        assertThat(sentence(booked, EntryKind.REDATING))
                .isEqualTo("Some of your Points have a new last day: May 31, 2027.");
    }

    @Test
    void many_entries_are_explained_at_once_as_one_is() {
        shop.open("2026-03-14T12:00:00Z");
        ProgramCode program = shop.publish("P1", START);
        member = shop.member("anna", START, program);
        shop.put(member, Shop.order("1", BOUGHT, "GBP", Shop.line("A", 1, 40_00)));
        grant(EntryKind.GOODWILL, 3);
        spend(EntryKind.REDEMPTION, 7);
        List<UUID> entries = entries().stream().map(StatementEntry::id).toList();
        Map<UUID, Explanation> together = shop.call(() -> explanations.explain(member, entries, Language.ENGLISH));
        assertThat(together.keySet()).containsExactlyInAnyOrderElementsOf(entries);
        assertThat(together.values().stream().map(Explanation::kind))
                .containsOnlyOnce(Explanation.Kind.GIVEN)
                .contains(Explanation.Kind.BOOKED);
        entries.forEach(entry -> assertThat(together.get(entry))
                .isEqualTo(shop.call(() -> explanations.explain(member, entry, Optional.of(Language.ENGLISH)))));
    }

    private void bookTheRest() {
        // To nobody else: what is handed over comes again.
        long all = shop.spendable(member);
        post(new Movement.HandOver(POINTS, CAUSE));
        grant(EntryKind.TAKEOVER, all);
        UUID opening = grant(EntryKind.OPENING, 1_000);
        for (EntryKind kind : EntryKind.values()) {
            if (kind.grants() && kind != EntryKind.ACCRUAL && kind != EntryKind.TAKEOVER) {
                grant(kind, 11);
            }
            if (kind.spends()) {
                spend(kind, 7);
            }
        }
        UUID held = post(new Movement.Reserve(POINTS, 9, ConsumptionOrder.EARLIEST_EXPIRY, CAUSE));
        post(new Movement.Settle(POINTS, held, 0, EntryKind.REDEMPTION, CAUSE));
        UUID spent = spend(EntryKind.REDEMPTION, 7);
        post(new Movement.GiveBack(POINTS, spent, 7, ReturnPolicy.keepOriginal(), CAUSE));
        grant(new LotDates(shop.now(), Optional.of(shop.now()), Optional.of(Instant.parse("2026-04-01T23:00:00Z"))), 5);
        UUID waiting = grant(
                new LotDates(
                        shop.now(),
                        Optional.of(Instant.parse("2026-03-20T00:00:00Z")),
                        Optional.of(Instant.parse("2027-03-31T23:00:00Z"))),
                6);
        post(new Movement.Redate(
                POINTS, waiting, Optional.empty(), Optional.of(Instant.parse("2027-05-31T23:00:00Z")), CAUSE));
        UUID suspect = grant(EntryKind.GOODWILL, 8);
        post(new Movement.Block(POINTS, suspect, CAUSE));
        post(new Movement.Unblock(POINTS, suspect, CAUSE));
        shop.at("2026-04-02T12:00:00Z");
        shop.call(() -> due.bookDueLots(shop.now()));
        post(new Movement.Spend(
                EntryKind.DONATION, POINTS, shop.spendable(member), ConsumptionOrder.EARLIEST_EXPIRY, CAUSE));
        post(new Movement.TakeBack(POINTS, opening, 1_000, DeficitPolicy.DEBT, CAUSE));
        grant(EntryKind.OPENING, 500);
        grant(EntryKind.OPENING, 600);
        post(new Movement.Forfeit(POINTS, CAUSE));
        grant(EntryKind.GOODWILL, 4);
        keepAlive("2026-04-02T12:00:00Z");
        shop.at("2026-04-20T12:00:00Z");
        shop.call(() -> due.bookDueLots(shop.now()));
        keepAlive("2026-04-05T12:00:00Z");
    }

    /** For ten days from then. */
    private void keepAlive(String activity) {
        Instant at = Instant.parse(activity);
        shop.call(() -> {
            shop.transaction.begin();
            ledger.lockMember(member);
            ledger.post(new Posting(member, at, List.of(), Map.of(POINTS, at.plus(Duration.ofDays(10)))));
            shop.transaction.commit();
            return at;
        });
    }

    private Map<EntryKind, StatementEntry> booked() {
        return entries().stream()
                .collect(Collectors.toMap(
                        StatementEntry::kind,
                        entry -> entry,
                        (newer, older) -> newer,
                        () -> new EnumMap<>(EntryKind.class)));
    }

    private List<StatementEntry> entries() {
        return shop.call(
                () -> statements.entries(new StatementPage<>(member, Optional.empty(), Optional.empty(), 200)));
    }

    private void isExplained(StatementEntry entry) {
        List<Explanation> both = Arrays.stream(Language.values())
                .map(language -> shop.call(() -> explanations.explain(member, entry.id(), Optional.of(language))))
                .toList();
        assertThat(both).hasSizeGreaterThan(1).allSatisfy(explanation -> {
            assertThat(explanation.sentence())
                    .as(entry.kind().name())
                    .isNotBlank()
                    .doesNotContain("proofs.", "{");
            assertThat(explanation.lines())
                    .as(entry.kind().name())
                    .isNotEmpty()
                    .noneMatch(line -> line.contains("proofs."));
            assertThat(explanation.proof().isPresent() || explanation.booking().isPresent())
                    .isTrue();
        });
        assertThat(both.stream().map(Explanation::sentence).distinct()).hasSize(both.size());
    }

    private String sentence(Map<EntryKind, StatementEntry> booked, EntryKind kind) {
        UUID entry = booked.get(kind).id();
        return shop.call(() -> explanations.explain(member, entry, Optional.of(Language.ENGLISH)))
                .sentence();
    }

    private UUID grant(EntryKind kind, long points) {
        return post(new Movement.Grant(
                kind, POINTS, points, LotDates.usableFrom(shop.now()), Movement.Grant.TENANT, Optional.empty(), CAUSE));
    }

    private UUID grant(LotDates dates, long points) {
        return post(new Movement.Grant(
                EntryKind.GOODWILL, POINTS, points, dates, Movement.Grant.TENANT, Optional.empty(), CAUSE));
    }

    private UUID spend(EntryKind kind, long points) {
        return post(new Movement.Spend(kind, POINTS, points, ConsumptionOrder.EARLIEST_EXPIRY, CAUSE));
    }

    private UUID post(Movement movement) {
        return shop.call(() -> {
            shop.transaction.begin();
            ledger.lockMember(member);
            UUID entry = ledger.post(Posting.of(member, shop.now(), movement))
                    .entries()
                    .get(0)
                    .id();
            shop.transaction.commit();
            return entry;
        });
    }
}
