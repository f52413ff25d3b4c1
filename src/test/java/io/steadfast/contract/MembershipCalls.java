package io.steadfast.contract;

import static io.steadfast.contract.Caller.at;
import static io.steadfast.contract.Caller.idOf;
import static io.steadfast.contract.Caller.once;
import static io.steadfast.contract.Caller.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.steadfast.support.Api;
import io.steadfast.support.TestPrograms;
import io.steadfast.support.TestTenant;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import steadfast.client.ApiException;
import steadfast.client.api.MembershipsApi;
import steadfast.client.model.MembershipRequest;
import steadfast.client.model.MembershipResponse;
import steadfast.client.model.MembershipState;
import steadfast.client.model.MembershipsCancelRequest;
import steadfast.client.model.Money;
import steadfast.client.model.OutcomeKind;
import steadfast.client.model.PaymentRequest;
import steadfast.client.model.PlanLeaving;
import steadfast.client.model.PriceNoticeRequest;

/** A paid plan from its trial over a payment to its end. */
final class MembershipCalls {

    private final TestTenant tenant = TestPrograms.sandboxWith(
            Instant.parse("2026-01-01T14:00:00Z"), "P3", Instant.parse("2025-12-01T05:00:00Z"));
    private final MembershipsApi memberships = new MembershipsApi(new Caller(tenant.apiKey()));
    private final UUID member = idOf(tenant.api()
            .post(
                    "/members",
                    Map.of(
                            "joinedAt",
                            "2025-12-05T00:00:00Z",
                            "enrol",
                            List.of(Map.of("program", "club", "channel", "shop"))))
            .expect(201));

    void play() throws ApiException {
        MembershipRequest wish =
                new MembershipRequest().memberId(member).program("club").plan("PRIME");
        MembershipResponse begun = memberships.startMembership(once(), wish);
        assertThat(begun.getState()).isEqualTo(MembershipState.TRIAL);
        assertThat(begun.getNextPayment().getAmount().getAmount()).isEqualTo(14_99);
        refused(409, "MEMBERSHIP_STANDS", () -> memberships.startMembership(once(), wish));
        refused(
                422,
                "PLAN_UNKNOWN",
                () -> memberships.startMembership(
                        once(),
                        new MembershipRequest().memberId(member).program("club").plan("GOLD")));
        refused(400, "INVALID_REQUEST", () -> memberships.startMembership(once(), new MembershipRequest()));
        UUID id = begun.getId();
        assertThat(memberships.getMembership(id)).isEqualTo(begun);
        refused(404, "MEMBERSHIP_UNKNOWN", () -> memberships.getMembership(UUID.randomUUID()));
        assertThat(memberships.listMemberships("club", "trial", null, null).getItems())
                .containsExactly(begun);
        assertThat(memberships.listMembershipsOfMember(member, null, null).getItems())
                .containsExactly(begun);
        paid(id);
        dearer(id);
        MembershipsCancelRequest now = new MembershipsCancelRequest().when(PlanLeaving.NOW);
        assertThat(memberships.cancelMembership(id, once(), now).getState()).isEqualTo(MembershipState.ENDED);
        refused(409, "MEMBERSHIP_OVER", () -> memberships.cancelMembership(id, once(), now));
    }

    private void paid(UUID id) throws ApiException {
        tenant.moveClock(Instant.parse("2026-02-01T05:00:00Z"));
        PaymentRequest outcome = new PaymentRequest()
                .outcome(OutcomeKind.PAID)
                .reference("inv-1")
                .at(at("2026-01-31T05:00:00Z"))
                .amount(new Money().amount(14_99L).currency("USD"));
        assertThat(memberships.reportPayment(id, once(), outcome).getState()).isEqualTo(MembershipState.ACTIVE);
        refused(
                409,
                "REFERENCE_REUSED",
                () -> memberships.reportPayment(
                        id, once(), outcome.amount(new Money().amount(15_00L).currency("USD"))));
    }

    private void dearer(UUID id) throws ApiException {
        PriceNoticeRequest told = new PriceNoticeRequest().at(at("2026-02-01T05:00:00Z"));
        refused(409, "PRICE_UNCHANGED", () -> memberships.reportPriceNotice(id, once(), told));
        Api api = tenant.api();
        Api.Answer draft = api.get("/programs/club/draft").expect(200);
        assertThat(draft.body()).contains("1499");
        api.withHeader("If-Match", draft.header("ETag"))
                .put("/programs/club/draft", draft.body().replace("1499", "1599"))
                .expect(200);
        api.post("/programs/club/draft/publish", Map.of("effectiveFrom", "2026-02-01T05:00:01Z"))
                .expect(201);
        tenant.moveClock(Instant.parse("2026-02-02T05:00:00Z"));
        assertThat(memberships
                        .reportPriceNotice(id, once(), new PriceNoticeRequest().at(at("2026-02-02T05:00:00Z")))
                        .getId())
                .isEqualTo(id);
    }
}
