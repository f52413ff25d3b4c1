package io.steadfast.boundaries;

import static org.assertj.core.api.Assertions.assertThat;

import io.steadfast.accrual.AccrualService;
import io.steadfast.accrual.NamedMember;
import io.steadfast.accrual.Recorded;
import io.steadfast.accrual.ReportedActivity;
import io.steadfast.accrual.Shop;
import io.steadfast.accrual.core.Receipt;
import io.steadfast.members.MemberService;
import io.steadfast.members.core.Consent;
import io.steadfast.members.core.Member;
import io.steadfast.members.core.MemberChange;
import io.steadfast.programs.core.ProgramDocument;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.ProgramCode;
import io.steadfast.support.ContainerTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Conditions, what keeps a tier, and what a tracker reports: a cent, a metre or a point below, equal, and above. */
class ConditionBoundariesIT extends ContainerTest {

    private static final String START = "2025-01-01T08:00:00Z";

    @Inject
    Shop shop;

    @Inject
    AccrualService accrual;

    @Inject
    MemberService members;

    @Test
    void a_condition_on_the_orders_amount_holds_from_its_cent_on_or_up_to_it() {
        assertThat(grantedWhere("at_least")).containsExactly(0L, 50L, 50L);
        assertThat(grantedWhere("at_most")).containsExactly(49L, 50L, 0L);
    }

    private List<Long> grantedWhere(String operator) {
        ProgramDocument document = Shop.template(
                "P2",
                "\"trigger\":{\"kind\":\"on_order\"},",
                "\"trigger\":{\"kind\":\"on_order\"},\"when\":{\"kind\":\"fact\",\"fact\":\"order_amount\",\"operator\":\""
                        + operator + "\",\"values\":[],\"amounts\":{\"USD\":5000}},");
        shop.open("2026-03-15T19:00:00Z");
        ProgramCode p2 = shop.publish(document, START);
        return LongStream.of(49_99, 50_00, 50_01)
                .mapToObj(amount -> Shop.granted(
                        buys(shop.member("m-" + amount, START, p2), "o-" + amount, "2026-03-10T12:00:00Z", amount)))
                .toList();
    }

    @Test
    void a_tier_is_kept_from_its_lower_threshold_on() {
        ProgramDocument document =
                Shop.template("P2", "\"threshold\":35000,", "\"threshold\":35000,\"renewal\":20000,");
        shop.open("2027-01-10T19:00:00Z");
        ProgramCode p2 = shop.publish(document, START);
        assertThat(LongStream.of(199_99, 200_00, 200_01).mapToObj(amount -> {
                    MemberId member = shop.member("k-" + amount, START, p2);
                    buys(member, "reached-" + amount, "2025-03-10T12:00:00Z", 350_00);
                    buys(member, "kept-" + amount, "2026-03-10T12:00:00Z", amount);
                    Receipt last = buys(member, "last-" + amount, "2027-01-05T12:00:00Z", 1);
                    return last.programs().get(0).tiers().get(0).after().value();
                }))
                .containsExactly("INSIDER", "VIB", "VIB");
    }

    @Test
    void a_started_step_counts_from_its_first_metre_and_a_days_limit_to_its_last_point() {
        MemberId hiker = tracked();
        assertThat(LongStream.of(599, 600, 601, 4_900, 5_000, 5_001)
                        .mapToObj(ascent -> Shop.granted(hike(hiker, ascent, 9_000))))
                .containsExactly(6L, 6L, 7L, 49L, 50L, 50L);
    }

    @Test
    void fifteen_kilometres_an_hour_are_believed_and_a_metre_more_is_looked_at() {
        MemberId hiker = tracked();
        assertThat(LongStream.of(14_999, 15_000, 15_001)
                        .mapToObj(metres -> hike(hiker, 620, metres).review().isPresent()))
                .containsExactly(false, false, true);
    }

    private int hikes;

    /** An hour on a day of its own. */
    private Receipt hike(MemberId member, long ascent, long metres) {
        hikes++;
        Recorded recorded = shop.call(() -> accrual.record(new ReportedActivity(
                "activity",
                "tracker",
                "h-" + hikes,
                new NamedMember(NamedMember.By.ID, member.toString()),
                Instant.parse("2026-06-0" + hikes + "T08:00:00Z"),
                Map.of(
                        "kind", List.of("hike"),
                        "distance", List.of(Long.toString(metres)),
                        "ascent", List.of(Long.toString(ascent)),
                        "duration", List.of("3600")))));
        return recorded.receipt();
    }

    private MemberId tracked() {
        shop.open("2026-06-20T20:00:00Z");
        ProgramCode p7 = shop.publish("P7", START);
        MemberId member = shop.member("hiker", START, p7);
        Instant joined = Instant.parse(START);
        Consent consent =
                new Consent("activity_tracking", "app", Consent.Answer.GRANTED, joined, "app", "1", Optional.empty());
        shop.call(() -> {
            Member known = members.find(member).orElseThrow();
            return members.change(member, new MemberChange(known.person(), Map.of(), List.of(consent)));
        });
        return member;
    }

    private Receipt buys(MemberId member, String reference, String at, long amount) {
        return shop.put(member, Shop.order(reference, at, "USD", Shop.line("A", 1, amount)))
                .receipt();
    }
}
