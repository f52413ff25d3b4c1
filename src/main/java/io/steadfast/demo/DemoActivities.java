package io.steadfast.demo;

import io.steadfast.accrual.AccrualService;
import io.steadfast.accrual.NamedMember;
import io.steadfast.accrual.ReportedActivity;
import io.steadfast.members.MemberService;
import io.steadfast.members.core.Consent;
import io.steadfast.members.core.IdentityKind;
import io.steadfast.members.core.Member;
import io.steadfast.members.core.MemberChange;
import io.steadfast.platform.time.TenantClock;
import io.steadfast.programs.ProgramService;
import io.steadfast.programs.core.ActivityCheck;
import io.steadfast.shared.MemberId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Lets demo members of a program that counts activities hike: as one should, too fast, twice at once, further than a day's
 * limit, and without consent, so that the review queue and every reason are there to see.
 */
@ApplicationScoped
class DemoActivities {

    private static final String TRACKER = "trailtracker";

    @Inject
    private MemberService members;

    @Inject
    private AccrualService accrual;

    @Inject
    private ProgramService programs;

    @Inject
    private TenantClock clock;

    /** A hike, in metres and seconds. */
    private record Hike(String reference, int member, long distance, long ascent, long duration) {}

    private static final List<Hike> HIKES = List.of(
            new Hike("hike-1", 0, 9_400, 620, 11_700),
            new Hike("hike-2", 1, 21_500, 840, 3_900),
            new Hike("hike-3", 2, 7_200, 410, 9_000),
            new Hike("hike-4", 2, 7_100, 405, 8_900),
            new Hike("hike-5", 3, 31_000, 5_600, 36_000),
            new Hike("hike-6", 4, 5_000, 300, 6_000));

    void begin(DemoBrand brand) {
        Optional<String> purpose = programs.inForce(brand.program(), clock.now())
                .flatMap(version -> version.document().activityCheck("activity"))
                .flatMap(ActivityCheck::consent)
                .map(ActivityCheck.Agreement::purpose);
        purpose.ifPresent(wanted -> {
            int last = brand.members().size() - 1;
            for (int place = 0; place < last; place++) {
                member(brand, place).ifPresent(id -> agree(id, wanted));
            }
            HIKES.forEach(hike -> member(brand, hike.member()).ifPresent(id -> report(id, hike)));
        });
    }

    private Optional<MemberId> member(DemoBrand brand, int place) {
        return members.identified(IdentityKind.PHONE, brand.members().get(place).phone());
    }

    private void agree(MemberId id, String purpose) {
        Member member = members.find(id).orElseThrow();
        boolean agreed =
                member.consents().stream().anyMatch(consent -> consent.purpose().equals(purpose));
        if (!agreed) {
            Instant now = clock.now();
            Consent yes = new Consent(purpose, "app", Consent.Answer.GRANTED, now, TRACKER, "1", Optional.empty());
            members.change(id, new MemberChange(member.person(), Map.of(), List.of(yes)));
        }
    }

    /** Its time is the member's, so that an interrupted start reports the same once more and nothing changes. */
    private void report(MemberId id, Hike hike) {
        Instant start = members.find(id).orElseThrow().enrolments().get(0).enrolledAt();
        accrual.record(new ReportedActivity(
                "activity",
                TRACKER,
                hike.reference(),
                new NamedMember(NamedMember.By.ID, id.toString()),
                start,
                Map.of(
                        "kind", List.of("hike"),
                        "distance", List.of(Long.toString(hike.distance())),
                        "ascent", List.of(Long.toString(hike.ascent())),
                        "duration", List.of(Long.toString(hike.duration())))));
    }
}
