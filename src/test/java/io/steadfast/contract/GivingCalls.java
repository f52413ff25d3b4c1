package io.steadfast.contract;

import static io.steadfast.contract.Caller.at;
import static io.steadfast.contract.Caller.idOf;
import static io.steadfast.contract.Caller.once;
import static io.steadfast.contract.Caller.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.steadfast.support.TestPrograms;
import io.steadfast.support.TestTenant;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import steadfast.client.ApiException;
import steadfast.client.api.GivingApi;
import steadfast.client.api.OrdersAndActivitiesApi;
import steadfast.client.model.CharityChange;
import steadfast.client.model.CharityRequest;
import steadfast.client.model.ChoiceRequest;
import steadfast.client.model.DonationState;
import steadfast.client.model.GivingRequest;
import steadfast.client.model.LineRequest;
import steadfast.client.model.MemberReference;
import steadfast.client.model.OrderDonationFunding;
import steadfast.client.model.OrderRequest;
import steadfast.client.model.OrderRequestDonationRequest;
import steadfast.client.model.OrderStatus;
import steadfast.client.model.ReceiptRequest;
import steadfast.client.model.SettlementResponse;

/** The register, a member's choice, donations of orders and of points, and what charities are paid. */
final class GivingCalls {

    private static final String CHARITY = "clean-seas";

    void play() throws ApiException {
        settled();
        pointsGiven();
    }

    private static TestTenant tenant(String template) {
        return TestPrograms.sandboxWith(
                Instant.parse("2026-03-10T13:00:00Z"), template, Instant.parse("2026-01-01T05:00:00Z"));
    }

    private static UUID member(TestTenant tenant) {
        return idOf(tenant.api()
                .post(
                        "/members",
                        Map.of(
                                "joinedAt",
                                "2026-01-01T05:00:00Z",
                                "enrol",
                                List.of(Map.of("program", "club", "channel", "till"))))
                .expect(201));
    }

    private static void buys(Caller caller, UUID member, long amount) throws ApiException {
        new OrdersAndActivitiesApi(caller)
                .putOrder(
                        "shop",
                        "1",
                        new OrderRequest()
                                .member(new MemberReference().id(member))
                                .occurredAt(at("2026-03-10T12:00:00Z"))
                                .currency("USD")
                                .status(OrderStatus.PAID)
                                .addLinesItem(new LineRequest()
                                        .lineId("1")
                                        .sku("A")
                                        .quantity(BigDecimal.ONE)
                                        .amount(amount))
                                .donation(new OrderRequestDonationRequest()
                                        .charity(CHARITY)
                                        .funded(OrderDonationFunding.BRAND)),
                        once());
    }

    private void settled() throws ApiException {
        TestTenant tenant = tenant("P4");
        Caller caller = new Caller(tenant.apiKey());
        GivingApi giving = new GivingApi(caller);
        register(caller, giving);
        UUID member = member(tenant);
        ChoiceRequest choice = new ChoiceRequest().charity(CHARITY);
        assertThat(giving.chooseCharity(member, choice, once()).getCharity()).isEqualTo(CHARITY);
        refused(404, "MEMBER_UNKNOWN", () -> giving.chooseCharity(UUID.randomUUID(), choice, once()));
        buys(caller, member, 40_00);
        assertThat(giving.listDonations(member, null, null).getItems()).hasSize(1);
        refused(422, "NOTHING_TO_SETTLE", () -> giving.settleCharity(CHARITY, once()));
        tenant.moveClock(Instant.parse("2026-04-20T12:00:00Z"));
        SettlementResponse batch = giving.settleCharity(CHARITY, once());
        assertThat(batch.getState()).isEqualTo(DonationState.SETTLED);
        assertThat(giving.getSettlement(CHARITY, batch.getId())).isEqualTo(batch);
        assertThat(giving.listSettlements(CHARITY, null, null).getItems()).containsExactly(batch);
        assertThat(giving.downloadSettlementList(CHARITY, batch.getId())).contains("1.00");
        assertThat(giving.downloadSettlementReceipt(CHARITY, batch.getId())).isNotEmpty();
        ReceiptRequest thanks = new ReceiptRequest().reference("R-7");
        assertThat(giving.acknowledgeSettlement(CHARITY, batch.getId(), thanks, once())
                        .getReceipt()
                        .getReference())
                .isEqualTo("R-7");
        ReceiptRequest other = new ReceiptRequest().reference("R-8");
        refused(409, "ALREADY_RECEIPTED", () -> giving.acknowledgeSettlement(CHARITY, batch.getId(), other, once()));
        refused(404, "SETTLEMENT_UNKNOWN", () -> giving.getSettlement(CHARITY, UUID.randomUUID()));
    }

    private static void register(Caller caller, GivingApi giving) throws ApiException {
        CharityRequest wish = new CharityRequest().code("woods").name(Map.of("en", "Woods", "zh-CN", "森林"));
        assertThat(giving.addCharity(wish, once()).getName()).containsEntry("zh-CN", "森林");
        refused(409, "CHARITY_EXISTS", () -> giving.addCharity(wish, once()));
        refused(400, "INVALID_REQUEST", () -> giving.addCharity(new CharityRequest().code("x"), once()));
        giving.getCharity("woods");
        String tag = caller.tag();
        assertThat(giving.changeCharity("woods", tag, new CharityChange().name("Old Woods"), once())
                        .getName())
                .containsEntry("en", "Old Woods");
        refused(
                412,
                "STALE_VERSION",
                () -> giving.changeCharity("woods", tag, new CharityChange().name("Late"), once()));
        refused(404, "CHARITY_UNKNOWN", () -> giving.getCharity("none"));
        assertThat(giving.listCharities(null, null).getItems()).hasSizeGreaterThan(1);
    }

    private void pointsGiven() throws ApiException {
        TestTenant tenant = tenant("P5");
        Caller caller = new Caller(tenant.apiKey());
        GivingApi giving = new GivingApi(caller);
        UUID member = member(tenant);
        buys(caller, member, 700_00);
        GivingRequest gift = new GivingRequest().memberId(member).points(500L).charity(CHARITY);
        assertThat(giving.givePoints(once(), gift).getMatch().getAmount()).isEqualTo(2_50);
        refused(422, "INSUFFICIENT_POINTS", () -> giving.givePoints(once(), gift));
        refused(422, "NOT_IN_STEPS", () -> giving.givePoints(once(), gift.points(150L)));
        refused(400, "INVALID_REQUEST", () -> giving.givePoints(once(), gift.points(0L)));
    }
}
