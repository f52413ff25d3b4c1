package io.steadfast.demo;

import io.steadfast.choices.StoreService;
import io.steadfast.choices.core.StoreProfile;
import io.steadfast.demo.DemoBrand.DemoMember;
import io.steadfast.members.MemberService;
import io.steadfast.members.core.IdentityKind;
import io.steadfast.members.core.MemberKind;
import io.steadfast.members.core.NewMember;
import io.steadfast.members.core.Person;
import io.steadfast.platform.jobs.ClockMover;
import io.steadfast.platform.security.NewKey;
import io.steadfast.platform.security.NewPerson;
import io.steadfast.platform.security.PersonService;
import io.steadfast.platform.security.PersonView;
import io.steadfast.platform.security.Role;
import io.steadfast.platform.security.Scope;
import io.steadfast.platform.tenancy.CurrentTenant;
import io.steadfast.platform.tenancy.TenantDirectory;
import io.steadfast.platform.time.RealClock;
import io.steadfast.platform.time.TenantClock;
import io.steadfast.programs.ProgramService;
import io.steadfast.programs.PublishService;
import io.steadfast.tenants.NewTenant;
import io.steadfast.tenants.TenantService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Makes one demo tenant, step by step; a step that an interrupted start has done already is left as it is. Passwords and the key
 * are always new, because what was made before its credentials were written down is no use to anybody.
 */
@ApplicationScoped
class DemoSeed {

    @Inject
    private TenantService tenants;

    @Inject
    private TenantDirectory directory;

    @Inject
    private CurrentTenant currentTenant;

    @Inject
    private PersonService people;

    @Inject
    private ProgramService programs;

    @Inject
    private PublishService publishing;

    @Inject
    private StoreService stores;

    @Inject
    private MemberService members;

    @Inject
    private DemoPurchases purchases;

    @Inject
    private DemoPlans plans;

    @Inject
    private DemoGiving giving;

    @Inject
    private DemoCards cards;

    @Inject
    private DemoCashback cashback;

    @Inject
    private DemoActivities activities;

    @Inject
    private DemoFriends friends;

    @Inject
    private ClockMover clocks;

    @Inject
    private TenantClock clock;

    @Inject
    private RealClock realClock;

    @Inject
    private DemoPasswords passwords;

    /** A tenant with its example members, live but where it takes a past to show what its program does. */
    DemoCredentials.Tenant make(DemoBrand brand) throws Exception {
        Instant today = realClock.now();
        found(brand, friends.beginning(brand, today));
        DemoCredentials.Tenant made = opened(brand, () -> {
            enrolMembers(brand);
            plans.begin(brand);
            purchases.begin(brand);
            giving.begin(brand);
            cards.begin(brand);
            cashback.begin(brand);
            activities.begin(brand);
            friends.begin(brand);
        });
        if (friends.beginning(brand, today).isPresent()) {
            goOn(brand, today);
        }
        return made;
    }

    /** A sandbox that began in the past comes to the present, and to what happens then. */
    private void goOn(DemoBrand brand, Instant today) throws Exception {
        if (currentTenant.call(brand.slug(), clock::now).isBefore(today)) {
            clocks.move(brand.slug(), today, (total, done, failed) -> {});
        }
        currentTenant.call(brand.slug(), () -> {
            friends.goOn(brand);
            return brand;
        });
    }

    /** A sandbox as it was on the first day of its past, without anybody in it. */
    DemoCredentials.Tenant make(DemoSandbox sandbox, Instant today) throws Exception {
        found(sandbox.brand(), Optional.of(sandbox.start(today)));
        return opened(sandbox.brand(), () -> giving.open(sandbox.brand()));
    }

    private void found(DemoBrand brand, Optional<Instant> sandboxStart) {
        if (directory.find(brand.slug()).isEmpty()) {
            tenants.create(new NewTenant(
                    brand.slug(),
                    brand.name(),
                    brand.zone(),
                    brand.currency(),
                    brand.locale(),
                    sandboxStart,
                    new NewTenant.Owner(email(brand, Role.OWNER), "Olivia Owner")));
        }
    }

    private DemoCredentials.Tenant opened(DemoBrand brand, Runnable furnish) throws Exception {
        String key = tenants.issueKey(brand.slug(), new NewKey("demo", Set.of(Scope.values()), Set.of()))
                .secret();
        return currentTenant.call(brand.slug(), () -> {
            openStore(brand);
            String kind = publishProgram(brand);
            furnish.run();
            return new DemoCredentials.Tenant(brand.slug().value(), brand.name(), kind, key, letIn(brand));
        });
    }

    private void openStore(DemoBrand brand) {
        if (stores.find(brand.store()).isEmpty()) {
            stores.add(
                    brand.store(),
                    new StoreProfile(
                            brand.storeName(),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.of(brand.locale().getCountry()),
                            brand.currency(),
                            brand.zone(),
                            Optional.empty(),
                            Optional.empty()));
        }
    }

    /** The kind of the program. */
    private String publishProgram(DemoBrand brand) {
        if (programs.find(brand.program()).isEmpty()) {
            programs.createFrom(brand.program(), brand.template());
        }
        if (programs.versions(brand.program()).isEmpty()) {
            publishing.publish(brand.program(), Optional.empty(), clock.now());
        }
        return programs.draft(brand.program(), Optional.empty())
                .document()
                .basics()
                .kind()
                .name()
                .toLowerCase(Locale.ROOT);
    }

    private void enrolMembers(DemoBrand brand) {
        for (DemoMember member : brand.members()) {
            if (members.identified(IdentityKind.PHONE, member.phone()).isEmpty()) {
                members.create(new NewMember(
                        person(brand, member),
                        Map.of(IdentityKind.PHONE, member.phone(), IdentityKind.EMAIL, member.email()),
                        Optional.empty(),
                        List.of(),
                        List.of(friends.enrolment(brand))));
            }
        }
    }

    /** The first of each brand has a birthday in three days, the others in the months after. */
    private Person person(DemoBrand brand, DemoMember member) {
        int place = brand.members().indexOf(member);
        LocalDate birthday = clock.now()
                .atZone(brand.zone())
                .toLocalDate()
                .plusDays(3L + place * 40L)
                .minusYears(30L + place);
        return new Person(
                MemberKind.PERSON,
                Person.Employment.NONE,
                Optional.of(member.name()),
                Optional.of(birthday),
                Optional.empty(),
                Optional.of(brand.store()),
                Map.of());
    }

    /** One person per role; who is there already gets a new password. */
    private List<DemoCredentials.User> letIn(DemoBrand brand) {
        List<PersonView> present = people.all();
        List<DemoCredentials.User> users = new ArrayList<>();
        for (Role role : Role.values()) {
            String email = email(brand, role);
            PersonView person = present.stream()
                    .filter(known -> known.email().equals(email))
                    .findAny()
                    .orElseGet(() -> people.create(new NewPerson(
                            email, name(role), Set.of(role), role.ofStores() ? Set.of(brand.store()) : Set.of())));
            String password = passwords.next();
            people.setInitialPassword(person.id(), password);
            users.add(new DemoCredentials.User(email, password, role.name().toLowerCase(Locale.ROOT)));
        }
        return users;
    }

    private static String email(DemoBrand brand, Role role) {
        return role.name().toLowerCase(Locale.ROOT).replace('_', '.') + "@" + brand.slug() + ".example";
    }

    /** Invented, and recognised by the role. */
    private static String name(Role role) {
        return switch (role) {
            case OWNER -> "Olivia Owner";
            case MARKETER -> "Mara Marketer";
            case SERVICE_AGENT -> "Sam Service";
            case STORE_MANAGER -> "Morgan Manager";
            case STORE_STAFF -> "Stella Staff";
            case FINANCE -> "Finn Finance";
            case ANALYST -> "Ana Analyst";
        };
    }
}
