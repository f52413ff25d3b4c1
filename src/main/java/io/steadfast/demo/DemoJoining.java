package io.steadfast.demo;

import io.steadfast.charities.DonationService;
import io.steadfast.members.MemberService;
import io.steadfast.members.core.Consent;
import io.steadfast.members.core.IdentityKind;
import io.steadfast.members.core.Member;
import io.steadfast.members.core.MemberKind;
import io.steadfast.members.core.NewEnrolment;
import io.steadfast.members.core.NewMember;
import io.steadfast.members.core.Person;
import io.steadfast.platform.time.TenantClock;
import io.steadfast.programs.ProgramService;
import io.steadfast.programs.core.Giving;
import io.steadfast.programs.core.ProgramSummary;
import io.steadfast.shared.ProgramCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lets made-up members join on their day, in every program of their sandbox; most of them choose a charity where they can. */
@ApplicationScoped
class DemoJoining {

    private static final List<String> CHANNELS = List.of("store", "web", "app");
    private static final LocalTime MORNING = LocalTime.of(8, 30);
    private static final int MOST_PROGRAMS = 20;
    private static final int CHANNEL = 1;
    private static final int CHARITY = 2;
    private static final int NEWS = 3;

    @Inject
    private MemberService members;

    @Inject
    private ProgramService programs;

    @Inject
    private DonationService donations;

    @Inject
    private TenantClock clock;

    void join(DemoHistory.Days days, LocalDate day) {
        List<Shopper> today = days.shoppers().stream()
                .filter(shopper -> shopper.joined().equals(day))
                .filter(shopper -> members.identified(IdentityKind.EXTERNAL_ID, shopper.externalId())
                        .isEmpty())
                .toList();
        if (today.isEmpty()) {
            return;
        }
        List<ProgramCode> open = programs.list("", MOST_PROGRAMS).stream()
                .filter(program -> program.latest().isPresent())
                .map(ProgramSummary::code)
                .toList();
        today.forEach(shopper -> join(days.sandbox(), shopper, open));
    }

    private void join(DemoSandbox sandbox, Shopper shopper, List<ProgramCode> open) {
        Instant at = sandbox.at(shopper.joined(), MORNING);
        String channel = CHANNELS.get(shopper.pick(CHANNEL, CHANNELS.size()));
        List<Consent> consents = shopper.pick(NEWS, 3) > 0
                ? List.of(new Consent("news", "email", Consent.Answer.GRANTED, at, channel, "1", Optional.empty()))
                : List.of();
        Member made = members.create(new NewMember(
                person(sandbox, shopper),
                Map.of(
                        IdentityKind.EXTERNAL_ID,
                        shopper.externalId(),
                        IdentityKind.PHONE,
                        sandbox.phone(shopper),
                        IdentityKind.EMAIL,
                        shopper.externalId() + "@example.com"),
                Optional.of(at),
                consents,
                open.stream()
                        .map(code -> new NewEnrolment(code, channel, Optional.of("1"), Optional.of(at)))
                        .toList()));
        chooseCharity(sandbox, shopper, made);
    }

    private static Person person(DemoSandbox sandbox, Shopper shopper) {
        return new Person(
                MemberKind.PERSON,
                Person.Employment.NONE,
                Optional.of(shopper.name()),
                Optional.of(shopper.birthday()),
                Optional.empty(),
                Optional.of(sandbox.brand().store()),
                Map.of());
    }

    private void chooseCharity(DemoSandbox sandbox, Shopper shopper, Member member) {
        ProgramCode program = sandbox.brand().program();
        List<Giving.Offered> charities = programs.inForce(program, clock.now())
                .filter(version -> version.document().giving().gives())
                .map(version -> version.document().giving().charities())
                .orElse(List.of());
        int choice = shopper.pick(CHARITY, charities.size() + 1);
        if (choice < charities.size()) {
            donations.choose(
                    member.id(), Optional.of(program), charities.get(choice).code());
        }
    }
}
