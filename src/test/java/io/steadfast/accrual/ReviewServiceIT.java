package io.steadfast.accrual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.steadfast.accrual.core.AccrualRefusal;
import io.steadfast.accrual.core.ActivityReview;
import io.steadfast.accrual.core.ActivityReview.Decision;
import io.steadfast.accrual.core.ActivityReview.State;
import io.steadfast.accrual.core.Receipt;
import io.steadfast.members.ErasureService;
import io.steadfast.members.MemberService;
import io.steadfast.members.core.Consent;
import io.steadfast.members.core.Member;
import io.steadfast.members.core.MemberChange;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.programs.core.ProgramDocument;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.ProgramCode;
import io.steadfast.support.ContainerTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a decision about an activity does to books, limits, proofs, events and the audit trail. */
class ReviewServiceIT extends ContainerTest {

    private static final UUID BEGINNING = new UUID(0, 0);

    @Inject
    Shop shop;

    @Inject
    AccrualService accrual;

    @Inject
    ReviewService reviews;

    @Inject
    ReplayService replays;

    @Inject
    MemberService members;

    @Inject
    ErasureService erasure;

    @Test
    void a_rejection_leaves_proofs_events_and_an_audit_row_and_everything_judges_the_same_again() {
        MemberId anna = open("P7");
        Receipt doubted = hike(anna, "fast", "2026-06-06T08:00:00Z", 60_000, 620);
        assertThat(doubted.review()).isPresent();
        assertThat(shop.spendable(anna)).isZero();
        UUID id = doubted.review().orElseThrow();
        ReviewService.Outcome outcome = shop.call(() -> reviews.decide(id, Decision.REJECT, "A car"));
        assertThat(outcome.review().state()).isEqualTo(State.REJECTED);
        assertThat(Shop.taken(outcome.receipt())).isEqualTo(7);
        assertThat(shop.number("SELECT count(*) FROM proof WHERE kind = 'TAKE' AND member_id = '" + anna + "'"))
                .isEqualTo(1);
        assertThat(shop.number("SELECT count(*) FROM outbox_event WHERE type = 'points.reversed'"))
                .isEqualTo(1);
        assertThat(shop.number("SELECT count(*) FROM outbox_event WHERE type = 'activity.reviewed'"))
                .isEqualTo(1);
        assertThat(shop.number("SELECT count(*) FROM audit WHERE action = 'activity.reviewed'"))
                .isEqualTo(1);
        assertThat(shop.number("SELECT coalesce(sum(amount), 0) FROM cap_usage WHERE member_id = '" + anna + "'"))
                .isZero();
        assertThat(shop.call(() -> replays.receipts(BEGINNING, 100)).differences())
                .isEmpty();
        assertThatThrownBy(() -> shop.call(() -> reviews.decide(id, Decision.APPROVE, "After all")))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.reason()).isEqualTo(AccrualRefusal.REVIEW_DECIDED));
        assertThatThrownBy(() -> shop.call(() -> reviews.find(UUID.randomUUID())))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.reason()).isEqualTo(AccrualRefusal.REVIEW_UNKNOWN));
    }

    @Test
    void an_approval_tells_of_usable_points_once_and_moves_no_limit() {
        MemberId anna = open("P7");
        UUID id =
                hike(anna, "fast", "2026-06-06T08:00:00Z", 60_000, 620).review().orElseThrow();
        shop.at("2026-06-07T08:00:00Z");
        Receipt receipt =
                shop.call(() -> reviews.decide(id, Decision.APPROVE, "A race")).receipt();
        Receipt.Granted granted = receipt.programs().get(0).granted().get(0);
        assertThat(granted.state()).isEqualTo(Receipt.State.ACTIVE);
        assertThat(granted.activeAt()).contains(Instant.parse("2026-06-07T08:00:00Z"));
        assertThat(shop.spendable(anna)).isEqualTo(7);
        assertThat(shop.number("SELECT count(*) FROM outbox_event WHERE type = 'points.activated'"))
                .isEqualTo(1);
        assertThat(shop.number("SELECT sum(amount) FROM cap_usage WHERE member_id = '" + anna + "'"))
                .isEqualTo(7);
        assertThat(shop.call(() -> replays.receipts(BEGINNING, 100)).differences())
                .isEmpty();
        List<ActivityReview> waiting = shop.call(() -> reviews.page(State.WAITING, Optional.empty(), 10));
        assertThat(waiting).isEmpty();
    }

    @Test
    void a_budget_gets_back_what_a_rejected_activity_had_taken() {
        MemberId anna = open(Shop.template(
                "P7",
                "\"mode\":\"trim\"}],\"budgets\":[]",
                "\"mode\":\"trim\"}],\"budgets\":[\"climbs\"]",
                "\"budgets\":[],\"caps\":[]}",
                "\"budgets\":[{\"code\":\"climbs\",\"name\":{\"en\":\"Climbs\"},\"points\":10,\"mode\":\"trim\","
                        + "\"onReturn\":\"give_back\"}],\"caps\":[]}"));
        UUID id =
                hike(anna, "fast", "2026-06-06T08:00:00Z", 60_000, 620).review().orElseThrow();
        assertThat(Shop.granted(hike(anna, "slow", "2026-06-05T08:00:00Z", 3_000, 620)))
                .isEqualTo(3);
        shop.call(() -> reviews.decide(id, Decision.REJECT, "A car"));
        assertThat(Shop.granted(hike(anna, "again", "2026-06-04T08:00:00Z", 3_000, 620)))
                .isEqualTo(7);
        assertThat(Shop.skipped(hike(anna, "last", "2026-06-03T08:00:00Z", 3_000, 620)))
                .containsExactly("BUDGET_USED_UP");
        assertThat(shop.number("SELECT sum(points) FROM budget_use")).isEqualTo(10);
    }

    @Test
    void the_reason_goes_with_the_member() {
        MemberId anna = open("P7");
        UUID id =
                hike(anna, "fast", "2026-06-06T08:00:00Z", 60_000, 620).review().orElseThrow();
        shop.call(() -> reviews.decide(id, Decision.REJECT, "Anna took the car"));
        shop.call(() -> {
            erasure.erase(anna);
            return true;
        });
        assertThat(shop.text("SELECT reason FROM activity_review")).isEmpty();
        assertThat(shop.text("SELECT state FROM activity_review")).isEqualTo("REJECTED");
    }

    @Test
    void what_waits_is_rejected_though_its_member_was_erased() {
        MemberId anna = open("P7");
        UUID id =
                hike(anna, "fast", "2026-06-06T08:00:00Z", 60_000, 620).review().orElseThrow();
        shop.call(() -> {
            erasure.erase(anna);
            return true;
        });
        assertThat(shop.call(() -> reviews.decide(id, Decision.REJECT, "A car"))
                        .review()
                        .state())
                .isEqualTo(State.REJECTED);
        assertThat(shop.number(
                        "SELECT sum(pending_points + active_points + debt_points + lifetime_points) FROM account"))
                .isZero();
    }

    @Test
    void the_same_activity_reported_twelve_times_at_once_is_in_review_once() {
        MemberId anna = open("P7");
        List<Receipt> receipts = Shop.atOnce(12, number -> hike(anna, "fast", "2026-06-06T08:00:00Z", 60_000, 620));
        assertThat(receipts)
                .extracting(Receipt::receiptId)
                .containsOnly(receipts.get(0).receiptId());
        assertThat(shop.number("SELECT count(*) FROM activity_review")).isEqualTo(1);
        assertThat(shop.number("SELECT sum(pending_points) FROM account WHERE member_id = '" + anna + "'"))
                .isEqualTo(7);
    }

    private MemberId open(String template) {
        return open(io.steadfast.programs.ProgramTemplates.find(template).orElseThrow());
    }

    private MemberId open(ProgramDocument document) {
        shop.open("2026-06-06T20:00:00Z");
        ProgramCode code = shop.publish(document, "2026-01-01T00:00:00Z");
        MemberId anna = shop.member("anna", "2026-01-01T00:00:00Z", code);
        Consent consent = new Consent(
                "activity_tracking",
                "app",
                Consent.Answer.GRANTED,
                Instant.parse("2026-01-01T00:00:00Z"),
                "app",
                "1",
                Optional.empty());
        shop.call(() -> {
            Member member = members.find(anna).orElseThrow();
            return members.change(anna, new MemberChange(member.person(), Map.of(), List.of(consent)));
        });
        return anna;
    }

    /** An hour long. */
    private Receipt hike(MemberId member, String reference, String at, long metres, long ascent) {
        return shop.call(() -> accrual.record(new ReportedActivity(
                        "activity",
                        "tracker",
                        reference,
                        new NamedMember(NamedMember.By.ID, member.toString()),
                        Instant.parse(at),
                        Map.of(
                                "kind", List.of("hike"),
                                "distance", List.of(Long.toString(metres)),
                                "ascent", List.of(Long.toString(ascent)),
                                "duration", List.of("3600"))))
                .receipt());
    }
}
