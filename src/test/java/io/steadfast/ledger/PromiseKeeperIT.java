package io.steadfast.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.steadfast.accrual.Shop;
import io.steadfast.ledger.core.Cause;
import io.steadfast.ledger.core.LotDates;
import io.steadfast.ledger.core.Movement;
import io.steadfast.ledger.core.Posting;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.WalletCode;
import io.steadfast.support.ContainerTest;
import io.steadfast.support.CountedSockets;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Dates that wait for a notice, however many lots one posting makes. */
class PromiseKeeperIT extends ContainerTest {

    private static final String START = "2026-01-01T08:00:00Z";
    private static final WalletCode POINTS = new WalletCode("beauty-points");

    @Inject
    Shop shop;

    @Inject
    LedgerService ledger;

    @Inject
    UserTransaction transaction;

    private long trips(MemberId member, int lots) {
        Movement grant = Movement.Grant.accrual(
                POINTS,
                10,
                LotDates.usableFrom(shop.now()).until(shop.now().plus(Duration.ofDays(400))),
                Cause.job("TEST"));
        List<Movement> grants = Collections.nCopies(lots, grant);
        return shop.call(() -> {
            transaction.begin();
            ledger.lockMember(member);
            long before = CountedSockets.trips();
            ledger.post(new Posting(member, shop.now(), grants, Map.of()));
            long made = CountedSockets.trips() - before;
            transaction.commit();
            return made;
        });
    }

    @Test
    void plans_of_many_lots_are_kept_in_one_round_trip() {
        shop.open("2026-03-10T12:00:00Z");
        MemberId member = shop.member(
                "anna",
                START,
                shop.publish(
                        Shop.template(
                                "P2",
                                "\"consumption\":\"earliest_expiry\"",
                                "\"notice\":{\"days\":30,\"channel\":\"reported\"},\"consumption\":\"earliest_expiry\""),
                        START));
        trips(member, 1);
        long one = trips(member, 1);
        assertThat(trips(member, 20)).isEqualTo(one);
        assertThat(shop.number("SELECT count(*) FROM lot_promise WHERE planned_at IS NOT NULL AND ask_at < planned_at"))
                .isEqualTo(22);
        assertThat(shop.number("SELECT count(*) FROM open_lot WHERE expires_at <> 'infinity'"))
                .isZero();
    }
}
