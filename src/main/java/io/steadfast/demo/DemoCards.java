package io.steadfast.demo;

import io.steadfast.accrual.AccrualService;
import io.steadfast.accrual.NamedMember;
import io.steadfast.accrual.ReportedOrder;
import io.steadfast.members.MemberService;
import io.steadfast.members.core.IdentityKind;
import io.steadfast.members.core.NewEnrolment;
import io.steadfast.platform.time.TenantClock;
import io.steadfast.programs.ProgramService;
import io.steadfast.programs.PublishService;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.ProgramCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * Lets demo members fill stamp cards, so that one has a few stamps, one lacks a stamp, one holds the voucher of a full card and
 * one has begun anew; and enrols them where gifts for their own days are given: the first has a birthday this week, the second
 * joined a year ago today.
 */
@ApplicationScoped
class DemoCards {

    private static final String TEMPLATE = "P10";

    /** How many drinks each has had. */
    private static final int[] DRINKS = {4, 9, 10, 12};

    /** In minor units; the card asks for 2.50. */
    private static final long DRINK = 3_20;

    private static final ProgramCode DATES = new ProgramCode("member-dates");

    @Inject
    private MemberService members;

    @Inject
    private AccrualService accrual;

    @Inject
    private ProgramService programs;

    @Inject
    private PublishService publishing;

    @Inject
    private TenantClock clock;

    void begin(DemoBrand brand) {
        if (!brand.template().equals(TEMPLATE)) {
            return;
        }
        publishDates();
        for (int place = 0; place < brand.members().size(); place++) {
            Optional<MemberId> member = members.identified(
                    IdentityKind.PHONE, brand.members().get(place).phone());
            if (member.isPresent()) {
                enrol(member.get(), place);
                drink(brand, member.get(), place);
            }
        }
    }

    private void publishDates() {
        if (programs.find(DATES).isEmpty()) {
            programs.createFrom(DATES, "P12");
        }
        if (programs.versions(DATES).isEmpty()) {
            publishing.publish(DATES, Optional.empty(), clock.now());
        }
    }

    private void enrol(MemberId member, int place) {
        boolean isIn = members.profile(member).stream()
                .flatMap(profile -> profile.enrolments().stream())
                .anyMatch(enrolment -> enrolment.program().equals(DATES));
        if (!isIn) {
            Optional<Instant> at = place == 1
                    ? Optional.of(
                            clock.now().atOffset(ZoneOffset.UTC).minusYears(1).toInstant())
                    : Optional.empty();
            members.enrol(member, new NewEnrolment(DATES, "store", Optional.empty(), at));
        }
    }

    private void drink(DemoBrand brand, MemberId member, int place) {
        NamedMember named = new NamedMember(NamedMember.By.ID, member.toString());
        for (int drink = 1; drink <= DRINKS[place % DRINKS.length]; drink++) {
            String reference = "drink-" + (place + 1) + "-" + drink;
            if (accrual.find("demo", reference).isEmpty()) {
                DemoOrder order = DemoOrder.of(brand, reference, DRINK, clock.now());
                accrual.record(new ReportedOrder(order.of("drinks/coffee"), Optional.of(named)));
            }
        }
    }
}
