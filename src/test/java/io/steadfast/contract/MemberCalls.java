package io.steadfast.contract;

import static io.steadfast.contract.Caller.at;
import static io.steadfast.contract.Caller.once;
import static io.steadfast.contract.Caller.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.steadfast.rewards.RewardTill;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import steadfast.client.ApiException;
import steadfast.client.api.MembersApi;
import steadfast.client.model.ConsentRequest;
import steadfast.client.model.EnrolmentRequest;
import steadfast.client.model.MemberChange;
import steadfast.client.model.MemberKind;
import steadfast.client.model.MemberRequest;
import steadfast.client.model.MemberResponse;
import steadfast.client.model.MembersBlockRequest;
import steadfast.client.model.MergeRequest;
import steadfast.client.model.TierEndRequest;
import steadfast.client.model.TierSetRequest;

/** A shop keeps its members. */
final class MemberCalls {

    private final RewardTill till = RewardTill.open();
    private final Caller caller = new Caller(till.tenant.apiKey());
    private final MembersApi members = new MembersApi(caller);

    void play() throws ApiException {
        MemberResponse ada = made();
        assertThat(ada.getName()).isEqualTo("Ada");
        assertThat(ada.getKind()).isEqualTo(MemberKind.PERSON);
        assertThat(ada.getPrograms().get(0).getProgram()).isEqualTo("club");
        assertThat(ada.getAttributes()).containsEntry("size", "38");
        assertThat(ada.getConsents().get(0).getGranted()).isTrue();
        changed(ada.getId());
        shown(ada.getId());
        merged(ada.getId());
        gone(ada.getId());
    }

    private MemberResponse made() throws ApiException {
        MemberRequest wanted = new MemberRequest()
                .externalId("ada")
                .name("Ada")
                .email("ada@example.com")
                .kind(MemberKind.PERSON)
                .joinedAt(at("2026-01-02T08:00:00Z"))
                .putAttributesItem("size", 38)
                .addConsentsItem(new ConsentRequest()
                        .purpose("marketing")
                        .channel("email")
                        .granted(true)
                        .at(at("2026-01-02T08:00:00Z"))
                        .source("shop")
                        .textVersion("1"))
                .addEnrolItem(new EnrolmentRequest().program("club").channel("shop"));
        String key = once();
        MemberResponse made = members.createMember(wanted, key);
        assertThat(members.createMember(wanted, key)).isEqualTo(made);
        refused(409, "IDENTITY_TAKEN", () -> members.createMember(wanted, once()));
        refused(422, "IDEMPOTENCY_KEY_REUSED", () -> members.createMember(new MemberRequest(), key));
        refused(
                400,
                "INVALID_REQUEST",
                () -> members.createMember(new MemberRequest().email("nobody at home"), once()));
        assertThat(members.findMembers(null, null, null, "ada", null).getItems())
                .containsExactly(made);
        return made;
    }

    private void changed(UUID id) throws ApiException {
        assertThat(members.getMember(id).getId()).isEqualTo(id);
        String tag = caller.tag();
        assertThat(members.changeMember(id, new MemberChange().name("Ada L."), tag, once())
                        .getName())
                .isEqualTo("Ada L.");
        refused(412, "STALE_VERSION", () -> members.changeMember(id, new MemberChange().name("Late"), tag, once()));
        EnrolmentRequest terms = new EnrolmentRequest().channel("shop").termsVersion(1);
        assertThat(members.enrolMember(id, "club", terms, once()).getPrograms()).hasSize(1);
        refused(404, "PROGRAM_UNKNOWN", () -> members.enrolMember(id, "none", terms, once()));
        MembersBlockRequest why = new MembersBlockRequest().reason("Fraud");
        assertThat(members.blockMember(id, why, once()).getStatus().getValue()).isEqualTo("blocked");
        assertThat(members.unblockMember(id, why, once()).getStatus().getValue())
                .isEqualTo("active");
        TierSetRequest vib = new TierSetRequest()
                .program("club")
                .set(members.getMemberTier(id, null).getSets().get(0).getSet())
                .tier("VIB")
                .until(at("2027-01-01T08:00:00Z"))
                .reason("A friend of the house");
        assertThat(members.setMemberTier(id, once(), vib)
                        .getSets()
                        .get(0)
                        .getCurrent()
                        .getCode())
                .isEqualTo("VIB");
        refused(422, "TIER_UNKNOWN", () -> members.setMemberTier(id, once(), vib.tier("NONE")));
    }

    private void shown(UUID id) throws ApiException {
        assertThat(members.listEntitlements(id, null)).isNotNull();
        assertThat(members.listRefusals(id, "en", null, null).getItems().get(0).getCode())
                .isEqualTo("TIER_UNKNOWN");
        assertThat(members.getStampCards(id).getCards()).isEmpty();
        assertThat(members.exportMember(id)).isNotEmpty();
        OffsetDateTime later = at("2026-12-31T00:00:00Z");
        assertThat(members.getForecast(id, later, "club")
                        .getSets()
                        .get(0)
                        .getTier()
                        .getCode())
                .isEqualTo("VIB");
        refused(400, "INVALID_REQUEST", () -> members.getForecast(id, at("2020-01-01T00:00:00Z"), null));
        assertThat(members.getMemberCard(id, "club").getCards().get(0).getTier().getCode())
                .isEqualTo("VIB");
        TierEndRequest over = new TierEndRequest()
                .program("club")
                .set(members.getMemberTier(id, null).getSets().get(0).getSet())
                .reason("By mistake");
        assertThat(members.endMemberTier(id, once(), over).getSets()).hasSize(1);
        UUID nobody = UUID.randomUUID();
        for (Caller.Call call : List.<Caller.Call>of(
                () -> members.getMember(nobody),
                () -> members.getMemberTier(nobody, null),
                () -> members.getForecast(nobody, later, null),
                () -> members.getMemberCard(nobody, null),
                () -> members.getStampCards(nobody),
                () -> members.listEntitlements(nobody, null))) {
            refused(404, "MEMBER_UNKNOWN", call);
        }
    }

    private void merged(UUID id) throws ApiException {
        MemberRequest twice = new MemberRequest()
                .name("Ada, once more")
                .addEnrolItem(new EnrolmentRequest().program("club").channel("shop"));
        UUID other = members.createMember(twice, once()).getId();
        MergeRequest both = new MergeRequest().from(other);
        assertThat(members.mergeMember(id, once(), both).getId()).isEqualTo(id);
        assertThat(members.getMember(other).getMergedInto()).isEqualTo(id);
        UUID nobody = UUID.randomUUID();
        refused(422, "MERGE_SOURCE_MERGED", () -> members.mergeMember(id, once(), both));
        refused(422, "MERGE_SAME_MEMBER", () -> members.mergeMember(id, once(), new MergeRequest().from(id)));
        refused(422, "MEMBER_MERGED", () -> members.mergeMember(other, once(), new MergeRequest().from(id)));
        refused(404, "MEMBER_UNKNOWN", () -> members.mergeMember(nobody, once(), both));
        refused(422, "MERGE_SOURCE_UNKNOWN", () -> members.mergeMember(id, once(), new MergeRequest().from(nobody)));
    }

    private void gone(UUID id) throws ApiException {
        members.leaveProgram(id, "club", once());
        refused(404, "NOT_ENROLLED", () -> members.leaveProgram(id, "club", once()));
        members.eraseMember(id, once());
    }
}
