package io.steadfast.tiers;

import static org.assertj.core.api.Assertions.assertThat;

import io.steadfast.accrual.Shop;
import io.steadfast.programs.core.TierSetCode;
import io.steadfast.programs.core.TierSetRef;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.ProgramCode;
import io.steadfast.shared.TierCode;
import io.steadfast.support.ContainerTest;
import io.steadfast.tiers.ManualTierService.Wish;
import jakarta.inject.Inject;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Members whose tier nothing keeps hear of it while there is time: once for each end. */
class TierNoticeServiceIT extends ContainerTest {

    private static final String JOINED = "2026-01-01T08:00:00Z";
    private static final String BOUGHT = "2026-03-10T12:00:00Z";

    /** Thirty days before the end of 2027 in the program's zone. */
    private static final String NEAR = "2027-12-02T12:00:00Z";

    @Inject
    Shop shop;

    @Inject
    TierReviewJob job;

    @Inject
    ManualTierService manual;

    @Test
    void whose_tier_nothing_keeps_is_told_once() {
        shop.open(BOUGHT);
        ProgramCode p2 = shop.publish(Shop.template("P2"), JOINED);
        MemberId falls = spends(p2, "falls", 400_00);
        MemberId keeps = spends(p2, "keeps", 400_00);
        MemberId stays = spends(p2, "stays", 10_00);
        shop.at("2027-11-01T12:00:00Z");
        buys(keeps, "again", "2027-10-31T12:00:00Z", 360_00);
        runJob();
        assertThat(told()).as("too early").isZero();
        assertThat(shop.call(job::nextDue))
                .hasValueSatisfying(
                        due -> assertThat(due).isBetween(Instant.parse("2027-12-01T00:00:00Z"), Instant.parse(NEAR)));
        shop.at(NEAR);
        runJob();
        runJob();
        assertThat(told()).isEqualTo(1);
        assertThat(toldTo(falls)).isEqualTo(1);
        assertThat(toldTo(keeps)).isZero();
        assertThat(toldTo(stays)).isZero();
        assertThat(shop.number("SELECT count(*) FROM outbox_event WHERE type = 'tier.will_downgrade'"
                        + " AND payload->>'program' = '" + p2.value() + "' AND payload->>'version' = '1'"
                        + " AND payload->>'set' = 'STATUS' AND payload->>'before' = 'VIB'"
                        + " AND payload->>'after' = 'INSIDER' AND (payload->>'validUntil')::timestamptz"
                        + " BETWEEN '2027-12-31T12:00:00Z' AND '2028-01-01T12:00:00Z'"))
                .isEqualTo(1);
        buys(falls, "little", NEAR, 10_00);
        runJob();
        assertThat(told())
                .as("what counts and doesn't suffice tells nothing again")
                .isEqualTo(1);
        assertThat(shop.call(job::nextDue))
                .hasValueSatisfying(due -> assertThat(due).isAfter(Instant.parse(NEAR)));
    }

    @Test
    void a_tier_that_staff_hold_up_is_told_of_when_they_let_go() {
        shop.open(BOUGHT);
        ProgramCode p2 = shop.publish(Shop.template("P2"), JOINED);
        MemberId held = spends(p2, "held", 400_00);
        TierSetRef ladder = new TierSetRef(p2, new TierSetCode("STATUS"));
        shop.at(NEAR);
        set(new Wish(held, ladder, new TierCode("VIB"), Instant.parse("2028-06-01T00:00:00Z"), "GOODWILL"));
        runJob();
        assertThat(told()).isZero();
        shop.call(() -> {
            manual.end(new ManualTierService.End(held, ladder, "GOODWILL"));
            return null;
        });
        runJob();
        assertThat(toldTo(held)).isEqualTo(1);
    }

    @Test
    void whoever_fell_already_is_told_nothing_ahead() {
        shop.open(BOUGHT);
        ProgramCode p2 = shop.publish(Shop.template("P2"), JOINED);
        MemberId fell = spends(p2, "fell", 400_00);
        shop.at("2028-02-01T12:00:00Z");
        runJob();
        assertThat(toldTo(fell)).isZero();
        assertThat(shop.number("SELECT count(*) FROM outbox_event WHERE type = 'tier.changed'"
                        + " AND payload->>'cause' = 'review' AND payload->>'version' = '1'"))
                .isEqualTo(1);
    }

    private void set(Wish wish) {
        shop.call(() -> {
            manual.set(wish);
            return null;
        });
    }

    private void runJob() {
        shop.call(() -> {
            job.runDue(shop.now());
            return null;
        });
    }

    private long told() {
        return shop.number("SELECT count(*) FROM outbox_event WHERE type = 'tier.will_downgrade'");
    }

    private long toldTo(MemberId member) {
        return shop.number("SELECT count(*) FROM outbox_event WHERE type = 'tier.will_downgrade' AND member_id = '"
                + member.value() + "'");
    }

    private MemberId spends(ProgramCode program, String name, long amount) {
        MemberId member = shop.member(name, JOINED, program);
        buys(member, name, BOUGHT, amount);
        return member;
    }

    private void buys(MemberId member, String reference, String at, long amount) {
        shop.put(member, Shop.order(reference, at, "USD", Shop.line("A", 1, amount)));
    }
}
