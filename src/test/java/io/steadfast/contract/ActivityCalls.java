package io.steadfast.contract;

import static io.steadfast.contract.Caller.at;
import static io.steadfast.contract.Caller.id;
import static io.steadfast.contract.Caller.idOf;
import static io.steadfast.contract.Caller.once;
import static io.steadfast.contract.Caller.refused;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.steadfast.referrals.Friends;
import io.steadfast.support.Api;
import io.steadfast.support.TestPrograms;
import io.steadfast.support.TestTenant;
import io.steadfast.support.TestTenants;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import steadfast.client.ApiException;
import steadfast.client.api.ActivitiesApi;
import steadfast.client.api.OrdersAndActivitiesApi;
import steadfast.client.api.PointsApi;
import steadfast.client.api.ReferralsApi;
import steadfast.client.model.ActivityRequest;
import steadfast.client.model.MemberReference;
import steadfast.client.model.NoticeRequest;
import steadfast.client.model.Receipt;
import steadfast.client.model.ReviewRequest;

/** A tracker's activities and who looks at them, members who bring friends, and notices sent elsewhere. */
final class ActivityCalls {

    void play() throws ApiException {
        reviewed();
        brought();
        told();
    }

    private void reviewed() throws ApiException {
        TestTenant tenant = TestPrograms.sandboxWith(
                Instant.parse("2026-06-06T20:00:00Z"), "P7", Instant.parse("2026-01-01T00:00:00Z"));
        Map<String, Object> consent = Map.of(
                "purpose", "activity_tracking",
                "channel", "app",
                "granted", true,
                "at", "2026-01-01T00:00:00Z",
                "source", "app",
                "textVersion", "1");
        UUID anna = idOf(tenant.api()
                .post(
                        "/members",
                        Map.of(
                                "joinedAt",
                                "2026-01-01T00:00:00Z",
                                "consents",
                                List.of(consent),
                                "enrol",
                                List.of(Map.of("program", "club", "channel", "app"))))
                .expect(201));
        Caller caller = new Caller(tenant.apiKey());
        OrdersAndActivitiesApi activities = new OrdersAndActivitiesApi(caller);
        Receipt fast = activities.reportActivity(once(), run(anna, "fast", 15_010));
        assertThat(fast.getProblems().get(0).getCode()).isEqualTo("TOO_FAST");
        refused(409, "REFERENCE_REUSED", () -> activities.reportActivity(once(), run(anna, "fast", 15_020)));
        refused(422, "MEMBER_UNKNOWN", () -> activities.reportActivity(once(), run(UUID.randomUUID(), "x", 1)));
        ActivitiesApi reviews = new ActivitiesApi(caller);
        assertThat(reviews.listReviews("waiting", null, null).getItems()).hasSize(1);
        assertThat(reviews.getReview(fast.getReview()).getActivity().getMemberId())
                .isEqualTo(anna);
        refused(404, "REVIEW_UNKNOWN", () -> reviews.getReview(UUID.randomUUID()));
        ReviewRequest approved =
                new ReviewRequest().decision(ReviewRequest.DecisionEnum.APPROVE).reason("A downhill race");
        assertThat(reviews.decideReview(fast.getReview(), once(), approved).getState())
                .isEqualTo("approved");
        refused(409, "REVIEW_DECIDED", () -> reviews.decideReview(fast.getReview(), once(), approved));
        refused(400, "INVALID_REQUEST", () -> reviews.decideReview(fast.getReview(), once(), new ReviewRequest()));
    }

    private static ActivityRequest run(UUID member, String reference, long metres) {
        return new ActivityRequest()
                .type("activity")
                .source("tracker")
                .reference(reference)
                .member(new MemberReference().id(member))
                .occurredAt(at("2026-06-06T10:00:00Z"))
                .attributes(Map.of("kind", "hike", "distance", metres, "ascent", 620, "duration", 3_600));
    }

    private void brought() throws ApiException {
        Friends shop = Friends.open();
        UUID anna = id(shop.member(Map.of("externalId", "anna")));
        ReferralsApi referrals = new ReferralsApi(new Caller(shop.tenant().apiKey()));
        String code = referrals.getReferralCode(anna, "club").getCode();
        shop.friend(code, "ben");
        assertThat(referrals.listReferrals(anna, null, null).getItems()).hasSize(1);
        refused(422, "REFERRAL_NOT_OFFERED", () -> referrals.getReferralCode(anna, "none"));
        refused(404, "MEMBER_UNKNOWN", () -> referrals.listReferrals(UUID.randomUUID(), null, null));
    }

    private void told() throws ApiException {
        String start = "2026-03-10T15:00:00Z";
        TestTenant tenant = TestTenants.makeAt(Instant.parse(start));
        Api api = tenant.api();
        api.post("/programs", Map.of("code", "club", "template", "CDNOW")).expect(201);
        Api.Answer draft = api.get("/programs/club/draft").expect(200);
        JsonNode document = draft.json();
        ((ObjectNode) document.path("wallets").get(0))
                .putObject("notice")
                .put("days", 30)
                .put("channel", "reported");
        api.withHeader("If-Match", draft.header("ETag"))
                .put("/programs/club/draft", document)
                .expect(200);
        api.post("/programs/club/draft/publish", Map.of("effectiveFrom", start)).expect(201);
        UUID member = idOf(api.post("/members", Map.of("enrol", List.of(Map.of("program", "club", "channel", "web"))))
                .expect(201));
        PointsApi points = new PointsApi(new Caller(tenant.apiKey()));
        NoticeRequest notice = new NoticeRequest()
                .memberId(member)
                .until(LocalDate.parse("2027-03-10"))
                .sentAt(at(start));
        assertThat(points.reportNotice(notice, once()).getDated()).isEmpty();
        refused(422, "NOTICE_IN_FUTURE", () -> points.reportNotice(notice.sentAt(at("2026-03-11T15:00:00Z")), once()));
    }
}
