package io.steadfast.tenants;

import io.steadfast.platform.audit.OperatorLine;
import io.steadfast.platform.audit.OperatorTrail;
import io.steadfast.platform.jobs.ClockMover;
import io.steadfast.platform.jobs.Job;
import io.steadfast.platform.jobs.JobLine;
import io.steadfast.platform.jobs.JobService;
import io.steadfast.platform.jobs.KindOfWork;
import io.steadfast.platform.jobs.WorkBoard;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.platform.security.ApiKeyService;
import io.steadfast.platform.security.Invitation;
import io.steadfast.platform.security.IssuedKey;
import io.steadfast.platform.security.NewKey;
import io.steadfast.platform.security.NewPerson;
import io.steadfast.platform.security.OneTimeSecrets;
import io.steadfast.platform.security.PersonService;
import io.steadfast.platform.security.PersonView;
import io.steadfast.platform.security.Role;
import io.steadfast.platform.security.Scope;
import io.steadfast.platform.tenancy.CurrentTenant;
import io.steadfast.platform.tenancy.Tenant;
import io.steadfast.platform.tenancy.TenantDirectory;
import io.steadfast.platform.tenancy.TenantRegister;
import io.steadfast.platform.tenancy.TenantSchemas;
import io.steadfast.platform.tenancy.TenantStatus;
import io.steadfast.platform.time.RealClock;
import io.steadfast.shared.TenantSlug;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;

/**
 * What operators do with tenants. Opens no transaction of its own: making a tenant spans the database's roles, its schema and its
 * first rows, and what was made is removed again when a later step fails.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class TenantService {

    private static final String CLOCK_JOB = "sandbox_clock";

    /** In the operators' trail. */
    private static final String OBJECT = "tenant";

    /** Two years of a program with every kind of work take minutes; further ones are moved in several goes. */
    private static final Duration FURTHEST = Duration.ofDays(5 * 366);

    private static final Instant LAST = Instant.parse("2199-12-31T00:00:00Z");

    @Inject
    private TenantSchemas schemas;

    @Inject
    private TenantDirectory directory;

    @Inject
    private CurrentTenant currentTenant;

    @Inject
    private PersonService people;

    @Inject
    private ApiKeyService keys;

    @Inject
    private JobService jobs;

    @Inject
    private ClockMover clockMover;

    @Inject
    private RealClock clock;

    @Inject
    private OperatorTrail trail;

    @Inject
    private TenantRegister register;

    @Inject
    private WorkBoard board;

    /** Makes a tenant that works at once: schema, role, tables, first owner, first key. Refuses with SLUG_TAKEN, EMAIL_NOT_VALID. */
    public MadeTenant create(NewTenant wanted) {
        Tenant tenant = new Tenant(
                wanted.slug(),
                wanted.name(),
                TenantStatus.PROVISIONING,
                "",
                "",
                wanted.zone(),
                wanted.currency(),
                wanted.locale(),
                wanted.sandboxStart());
        if (!schemas.provision(tenant, clock.now())) {
            throw new Refusal(TenantRefusal.SLUG_TAKEN);
        }
        try {
            MadeTenant made = in(wanted.slug(), () -> furnish(wanted));
            // Its secrets leave this method after its row, so nobody holds a key of a tenant the trail doesn't know.
            note("tenant.created", wanted.slug(), "");
            return made;
        } catch (RuntimeException failure) {
            schemas.remove(wanted.slug());
            throw failure;
        }
    }

    /** Those wanted that aren't being made just now, by slug. */
    public List<TenantRegister.Entry> page(TenantRegister.Wanted wanted, int limit) {
        return register.page(wanted, limit);
    }

    /** One of them. Refuses with TENANT_UNKNOWN. */
    public TenantRegister.Entry entry(TenantSlug slug) {
        return register.find(slug).orElseThrow(() -> new Refusal(TenantRefusal.TENANT_UNKNOWN));
    }

    /** The version this program brings every schema to. */
    public String codeVersion() {
        return register.codeVersion();
    }

    /** Its kinds of due work, and how their last runs went. */
    public List<KindOfWork> work(TenantSlug slug) {
        return board.kinds(slug);
    }

    /** Its jobs, the latest first. */
    public List<JobLine> jobs(TenantSlug slug, int limit) {
        return board.jobs(slug, limit);
    }

    /** What operators did with it, the latest first. */
    public List<OperatorLine> trail(TenantSlug slug, int limit) {
        return trail.of(OBJECT, slug.value(), limit);
    }

    /**
     * Turns keys and people away within 5 s; the data stays. The reason, if any, stands in the trail. One that is marked for deletion
     * is closed already and stays marked. Refuses with TENANT_UNKNOWN.
     */
    public Tenant suspend(TenantSlug slug, String reason) {
        Tenant known = find(slug);
        return known.status() == TenantStatus.DELETING ? known : become(slug, TenantStatus.SUSPENDED, reason);
    }

    /** Takes {@link #suspend} and {@link #markForDeletion} back. Refuses with TENANT_UNKNOWN. */
    public Tenant resume(TenantSlug slug, String reason) {
        return become(slug, TenantStatus.ACTIVE, reason);
    }

    /** The first step of a deletion: nobody gets in any more. Refuses with TENANT_UNKNOWN. */
    public Tenant markForDeletion(TenantSlug slug) {
        return become(slug, TenantStatus.DELETING, "");
    }

    /**
     * The second step: removes all there is; there is no way back. Refuses with TENANT_UNKNOWN, and with DELETION_NOT_CONFIRMED where
     * the first step is missing or the confirmation is not the tenant's slug.
     */
    public void delete(TenantSlug slug, String confirmation) {
        if (find(slug).status() != TenantStatus.DELETING || !slug.value().equals(confirmation)) {
            throw new Refusal(TenantRefusal.DELETION_NOT_CONFIRMED, Map.of("confirmation", slug.value()));
        }
        note("tenant.deleted", slug, "");
        schemas.remove(slug);
    }

    /**
     * A fresh link for the first owner, whose own was lost or is older than a week; an earlier one ends. Only as long as no owner
     * has chosen a password: after that it would be a way into the tenant. Refuses with TENANT_UNKNOWN, OWNER_IS_IN.
     */
    public OwnerLink inviteOwner(TenantSlug slug) {
        find(slug);
        PersonView owner =
                in(slug, () -> waiting(people.all())).orElseThrow(() -> new Refusal(TenantRefusal.OWNER_IS_IN));
        note("tenant.owner_invited", slug, "");
        Invitation invitation = in(slug, () -> people.invite(owner.id()));
        return new OwnerLink(owner.email(), MadeTenant.invitationPath(slug, invitation.token()));
    }

    private static Optional<PersonView> waiting(List<PersonView> people) {
        List<PersonView> owners = people.stream()
                .filter(one -> one.active() && one.roles().contains(Role.OWNER))
                .toList();
        return owners.stream().allMatch(PersonView::invited) ? owners.stream().findFirst() : Optional.empty();
    }

    /** A further key. Refuses with TENANT_UNKNOWN. */
    public IssuedKey issueKey(TenantSlug slug, NewKey wanted) {
        find(slug);
        note("tenant.key_issued", slug, wanted.label());
        return in(slug, () -> keys.issue(wanted));
    }

    /**
     * Starts to move a sandbox's clock; the job is completed when everything due by then has happened. Refuses with TENANT_UNKNOWN,
     * NOT_A_SANDBOX, CLOCK_ONLY_FORWARD, CLOCK_TOO_FAR.
     */
    public Job moveClock(TenantSlug slug, Instant target) {
        Instant now = find(slug).sandboxClock().orElseThrow(() -> new Refusal(TenantRefusal.NOT_A_SANDBOX));
        if (target.isBefore(now)) {
            throw new Refusal(TenantRefusal.CLOCK_ONLY_FORWARD, Map.of("now", now.toString()));
        }
        if (target.isAfter(now.plus(FURTHEST)) || target.isAfter(LAST)) {
            throw new Refusal(TenantRefusal.CLOCK_TOO_FAR, Map.of("days", FURTHEST.toDays()));
        }
        return jobs.start(slug, CLOCK_JOB, progress -> clockMover.move(slug, target, progress));
    }

    /** Refuses with JOB_UNKNOWN. */
    public Job job(UUID id) {
        return jobs.find(id).orElseThrow(() -> new Refusal(TenantRefusal.JOB_UNKNOWN));
    }

    private MadeTenant furnish(NewTenant wanted) {
        PersonView owner = people.create(
                new NewPerson(wanted.owner().email(), wanted.owner().name(), Set.of(Role.OWNER), Set.of()));
        IssuedKey key = keys.issue(new NewKey("first key", Set.of(Scope.values()), Set.of()));
        if (wanted.sandboxStart().isPresent()) {
            String password = OneTimeSecrets.password();
            people.setInitialPassword(owner.id(), password);
            return new MadeTenant(wanted.slug(), key.secret(), owner.email(), Optional.of(password), Optional.empty());
        }
        Invitation invitation = people.invite(owner.id());
        return new MadeTenant(
                wanted.slug(), key.secret(), owner.email(), Optional.empty(), Optional.of(invitation.token()));
    }

    private Tenant become(TenantSlug slug, TenantStatus status, String reason) {
        find(slug);
        note("tenant." + status.name().toLowerCase(Locale.ROOT), slug, reason);
        schemas.setStatus(slug, status);
        return find(slug);
    }

    private void note(String action, TenantSlug slug, String reason) {
        trail.record(action, OBJECT, slug.value(), reason);
    }

    private Tenant find(TenantSlug slug) {
        return directory.find(slug).orElseThrow(() -> new Refusal(TenantRefusal.TENANT_UNKNOWN));
    }

    private <T> T in(TenantSlug slug, Callable<T> work) {
        try {
            return currentTenant.call(slug, work);
        } catch (RuntimeException failure) {
            throw failure;
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }
}
