package io.steadfast.tiers;

import static org.assertj.core.api.Assertions.assertThat;

import io.steadfast.accrual.Shop;
import io.steadfast.accrual.core.Order;
import io.steadfast.programs.ProgramDocumentCodec;
import io.steadfast.programs.ProgramService;
import io.steadfast.programs.core.ProgramDocument;
import io.steadfast.programs.core.ProgramVersion;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.ProgramCode;
import io.steadfast.support.ContainerTest;
import jakarta.inject.Inject;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TierPreviewServiceIT extends ContainerTest {

    private static final String JOINED = "2026-01-01T05:00:00Z";
    private static final String NOW = "2026-12-31T12:00:00Z";

    @Inject
    Shop shop;

    @Inject
    ProgramService programs;

    @Inject
    TierPreviewService preview;

    @Test
    void judged_again_members_rise_and_fall_and_grandfathered_they_stay() {
        shop.open(NOW);
        ProgramCode p2 = shop.publish(Shop.template("P2"), "2026-01-01T08:00:00Z");
        MemberId rises = spends(p2, "rises", 320_00);
        MemberId falls = spends(p2, "falls", 1000_00);
        spends(p2, "stays", 10_00);
        ProgramVersion present =
                shop.call(() -> programs.inForce(p2, Instant.parse(NOW))).orElseThrow();
        TierPreview review = shop.call(() -> preview.compare(present, changed(present, "review")));
        assertThat(review.looked()).isEqualTo(3);
        assertThat(review.moved())
                .extracting(one -> one.member() + " " + one.before() + " " + one.after() + " " + one.way())
                .containsExactlyInAnyOrder(rises + " INSIDER VIB UP", falls + " ROUGE VIB DOWN");
        assertThat(review.up()).isEqualTo(1);
        assertThat(review.down()).isEqualTo(1);
        assertThat(shop.call(() -> preview.compare(present, changed(present, "grandfather")))
                        .down())
                .isZero();
    }

    private static ProgramDocument changed(ProgramVersion present, String standing) {
        String document = ProgramDocumentCodec.write(present.document());
        return ProgramDocumentCodec.read(document.replace("\"threshold\":35000", "\"threshold\":30000")
                .replace("\"threshold\":100000", "\"threshold\":150000")
                .replaceAll("\"tiers\":\"(grandfather|review)\"", "\"tiers\":\"" + standing + "\""));
    }

    private MemberId spends(ProgramCode program, String name, long amount) {
        MemberId member = shop.member(name, JOINED, program);
        Order order = Shop.order(name, "2026-03-10T12:00:00Z", "USD", Shop.line("A", 1, amount));
        shop.put(member, order);
        return member;
    }
}
