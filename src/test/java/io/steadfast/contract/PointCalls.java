package io.steadfast.contract;

import static io.steadfast.contract.Caller.at;
import static io.steadfast.contract.Caller.id;
import static io.steadfast.contract.Caller.once;
import static io.steadfast.contract.Caller.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.steadfast.rewards.RewardTill;
import java.math.BigDecimal;
import java.util.UUID;
import steadfast.client.ApiException;
import steadfast.client.api.OrdersAndActivitiesApi;
import steadfast.client.api.PointsApi;
import steadfast.client.model.AdjustmentRequest;
import steadfast.client.model.BatchRequest;
import steadfast.client.model.BatchRequestItem;
import steadfast.client.model.CommitRequest;
import steadfast.client.model.EntryResponse;
import steadfast.client.model.HoldRequest;
import steadfast.client.model.HoldState;
import steadfast.client.model.LineRequest;
import steadfast.client.model.MemberReference;
import steadfast.client.model.OrderRequest;
import steadfast.client.model.OrderStatus;
import steadfast.client.model.Receipt;
import steadfast.client.model.ReturnRequest;
import steadfast.client.model.ReturnRequestLine;
import steadfast.client.model.SimulationRequest;

/** Orders earn, points are held and used, and every entry says why it stands. */
final class PointCalls {

    private static final String NOW = "2026-03-15T18:00:00Z";

    private final RewardTill till = RewardTill.open();
    private final Caller caller = new Caller(till.tenant.apiKey());
    private final OrdersAndActivitiesApi orders = new OrdersAndActivitiesApi(caller);
    private final PointsApi points = new PointsApi(caller);
    private final UUID member = id(till.member);

    void play() throws ApiException {
        Receipt receipt = bought();
        several();
        returned();
        explained(receipt);
        held();
        adjusted();
        assertThat(points.closePeriod("2026-01", once()).getMonth()).isEqualTo("2026-01");
        refused(409, "PERIOD_ALREADY_CLOSED", () -> points.closePeriod("2026-01", once()));
        refused(422, "PERIOD_NOT_OVER", () -> points.closePeriod("2026-03", once()));
    }

    private static LineRequest line(long amount) {
        return new LineRequest().lineId("1").sku("A").quantity(BigDecimal.ONE).amount(amount);
    }

    private OrderRequest order(long amount) {
        return new OrderRequest()
                .member(new MemberReference().id(member))
                .occurredAt(at(NOW))
                .currency("USD")
                .status(OrderStatus.PAID)
                .addLinesItem(line(amount));
    }

    private Receipt bought() throws ApiException {
        Receipt receipt = orders.putOrder("shop", "1", order(400_00), once());
        assertThat(caller.getStatusCode()).isEqualTo(201);
        assertThat(receipt.getPrograms().get(0).getGranted().get(0).getPoints()).isEqualTo(400);
        assertThat(orders.putOrder("shop", "1", order(400_00), once())).isEqualTo(receipt);
        assertThat(caller.getStatusCode()).isEqualTo(200);
        assertThat(orders.getOrder("shop", "1").getReceipt()).isEqualTo(receipt);
        refused(
                409,
                "ORDER_IDENTITY_CHANGED",
                () -> orders.putOrder("shop", "1", order(400_00).currency("GBP"), once()));
        refused(404, "ORDER_UNKNOWN", () -> orders.getOrder("shop", "none"));
        refused(
                422,
                "MEMBER_UNKNOWN",
                () -> orders.putOrder(
                        "shop", "2", order(1_00).member(new MemberReference().externalId("nobody")), once()));
        refused(
                400,
                "INVALID_REQUEST",
                () -> orders.putOrder("shop", "2", order(1_00).status(null), once()));
        return receipt;
    }

    private void several() throws ApiException {
        BatchRequestItem taken = new BatchRequestItem()
                .source("shop")
                .reference("3")
                .member(new MemberReference().id(member))
                .occurredAt(at(NOW))
                .currency("USD")
                .status(OrderStatus.PAID)
                .addLinesItem(line(10_00));
        BatchRequestItem refused = new BatchRequestItem()
                .source("shop")
                .reference("4")
                .member(new MemberReference().externalId("nobody"))
                .occurredAt(at(NOW))
                .currency("USD")
                .status(OrderStatus.PAID)
                .addLinesItem(line(10_00));
        var items = orders.putOrders(
                        once(), new BatchRequest().addOrdersItem(taken).addOrdersItem(refused))
                .getItems();
        assertThat(items.get(0).getStatus()).isEqualTo(201);
        assertThat(items.get(0).getReceipt().getReference()).isEqualTo("3");
        assertThat(items.get(1).getProblem().getCode()).isEqualTo("MEMBER_UNKNOWN");
        refused(400, "INVALID_REQUEST", () -> orders.putOrders(once(), new BatchRequest()));
        SimulationRequest tried = new SimulationRequest()
                .member(new MemberReference().id(member))
                .occurredAt(at(NOW))
                .currency("USD")
                .addLinesItem(line(50_00));
        assertThat(orders.simulate(tried)
                        .getPrograms()
                        .get(0)
                        .getGranted()
                        .get(0)
                        .getPoints())
                .isGreaterThanOrEqualTo(50);
    }

    private void returned() throws ApiException {
        ReturnRequest back = new ReturnRequest()
                .returnId("r1")
                .at(at(NOW))
                .addLinesItem(new ReturnRequestLine().lineId("1").amount(100_00L));
        assertThat(orders.addReturn("shop", "1", once(), back)
                        .getPrograms()
                        .get(0)
                        .getTaken())
                .isNotEmpty();
        refused(404, "ORDER_UNKNOWN", () -> orders.addReturn("shop", "none", once(), back));
        refused(
                409,
                "REFERENCE_REUSED",
                () -> orders.addReturn(
                        "shop",
                        "1",
                        once(),
                        new ReturnRequest()
                                .returnId("r1")
                                .at(at(NOW))
                                .addLinesItem(
                                        new ReturnRequestLine().lineId("1").amount(50_00L))));
    }

    private void explained(Receipt receipt) throws ApiException {
        EntryResponse entry = points.listEntries(member, null, null, null).getItems().stream()
                .filter(each ->
                        each.getReference() != null && each.getReference().equals("3"))
                .findFirst()
                .orElseThrow();
        assertThat(points.explainEntry(member, entry.getId(), "en").getProof().getPoints())
                .isEqualTo(12);
        refused(404, "ENTRY_UNKNOWN", () -> points.explainEntry(member, UUID.randomUUID(), "en"));
        assertThat(points.listSkippedRules(member, receipt.getReceiptId(), "en").getNextCursor())
                .isNull();
        assertThat(points.listLots(member, null, 1, null).getItems()).hasSize(1);
        assertThat(points.getBalance(member).getWallets().get(0).getSpendable()).isEqualTo(312);
        refused(404, "MEMBER_UNKNOWN", () -> points.getBalance(UUID.randomUUID()));
    }

    private void held() throws ApiException {
        HoldRequest wish =
                new HoldRequest().holdId("h1").memberId(member).points(100L).minutes(10);
        assertThat(points.holdPoints(once(), wish).getState()).isEqualTo(HoldState.HELD);
        assertThat(points.commitHold("h1", once(), new CommitRequest().points(60L))
                        .getCommitted())
                .isEqualTo(60);
        refused(409, "HOLD_OVER", () -> points.releaseHold("h1", once()));
        points.holdPoints(once(), wish.holdId("h2"));
        refused(422, "HOLD_EXCEEDED", () -> points.commitHold("h2", once(), new CommitRequest().points(101L)));
        assertThat(points.releaseHold("h2", once()).getState()).isEqualTo(HoldState.RELEASED);
        refused(
                422,
                "INSUFFICIENT_POINTS",
                () -> points.holdPoints(once(), wish.holdId("h3").points(5_000L)));
        refused(404, "HOLD_UNKNOWN", () -> points.releaseHold("none", once()));
        refused(
                400,
                "INVALID_REQUEST",
                () -> points.holdPoints(once(), wish.holdId("h4").points(0L)));
    }

    private void adjusted() throws ApiException {
        AdjustmentRequest wish = new AdjustmentRequest()
                .memberId(member)
                .points(25L)
                .kind(AdjustmentRequest.KindEnum.GOODWILL)
                .reason("LATE")
                .note("The parcel was late");
        points.adjustPoints(once(), wish);
        assertThat(points.getBalance(member).getWallets().get(0).getSpendable()).isEqualTo(277);
        refused(404, "MEMBER_UNKNOWN", () -> points.adjustPoints(once(), wish.memberId(UUID.randomUUID())));
    }
}
