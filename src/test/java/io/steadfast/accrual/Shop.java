package io.steadfast.accrual;

import io.steadfast.accrual.core.Order;
import io.steadfast.accrual.core.OrderLine;
import io.steadfast.accrual.core.OrderReturn;
import io.steadfast.accrual.core.OrderStatus;
import io.steadfast.accrual.core.Receipt;
import io.steadfast.accrual.core.Tender;
import io.steadfast.ledger.LedgerService;
import io.steadfast.members.MemberService;
import io.steadfast.members.core.IdentityKind;
import io.steadfast.members.core.MemberKind;
import io.steadfast.members.core.NewEnrolment;
import io.steadfast.members.core.NewMember;
import io.steadfast.members.core.Person;
import io.steadfast.platform.jobs.store.DueWorkRepository;
import io.steadfast.platform.persistence.TenantStore;
import io.steadfast.platform.security.Actor;
import io.steadfast.platform.security.CurrentActor;
import io.steadfast.platform.tenancy.CurrentTenant;
import io.steadfast.platform.tenancy.Tenant;
import io.steadfast.platform.tenancy.TenantDirectory;
import io.steadfast.platform.tenancy.TenantSchemas;
import io.steadfast.platform.tenancy.TenantStatus;
import io.steadfast.programs.ProgramDocumentCodec;
import io.steadfast.programs.ProgramService;
import io.steadfast.programs.ProgramTemplates;
import io.steadfast.programs.PublishService;
import io.steadfast.programs.core.ProgramDocument;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.ProgramCode;
import io.steadfast.shared.TenantSlug;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** A sandbox tenant inside the server with programs, members and orders, in the words of a shop. */
@Dependent
public class Shop {

    @Inject
    TenantSchemas schemas;

    @Inject
    TenantDirectory directory;

    @Inject
    CurrentTenant currentTenant;

    @Inject
    CurrentActor currentActor;

    @Inject
    ProgramService programs;

    @Inject
    PublishService publishing;

    @Inject
    MemberService members;

    @Inject
    AccrualService accrual;

    @Inject
    LedgerService ledger;

    @Inject
    TenantStore store;

    @Inject
    DueWorkRepository dueWork;

    @Inject
    UserTransaction transaction;

    private Tenant tenant;
    private Instant now;

    /** Opens a shop of its own whose clock stands at the instant. */
    public Shop open(String now) {
        this.now = Instant.parse(now);
        TenantSlug slug = new TenantSlug("shop-" + UUID.randomUUID().toString().substring(0, 13));
        schemas.provision(
                new Tenant(
                        slug,
                        slug.value(),
                        TenantStatus.PROVISIONING,
                        "",
                        "",
                        ZoneId.of("Europe/London"),
                        Currency.getInstance("GBP"),
                        Locale.UK,
                        Optional.of(this.now)),
                this.now);
        tenant = directory.find(slug).orElseThrow();
        return this;
    }

    /** Moves the clock. */
    public void at(String instant) {
        now = Instant.parse(instant);
    }

    public TenantSlug slug() {
        return tenant.slug();
    }

    public Instant now() {
        return now;
    }

    /** Does something in the name of this tenant. */
    public <T> T call(Callable<T> work) {
        Tenant standing = new Tenant(
                tenant.slug(),
                tenant.name(),
                tenant.status(),
                tenant.schema(),
                tenant.role(),
                tenant.zone(),
                tenant.currency(),
                tenant.locale(),
                Optional.of(now));
        try {
            return currentTenant.call(standing, () -> currentActor.call(Actor.job("test"), "local", work));
        } catch (RuntimeException failure) {
            throw failure;
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Publishes a template under its own code from the instant on. */
    public ProgramCode publish(String template, String from) {
        return publish(ProgramTemplates.find(template).orElseThrow(), from);
    }

    public ProgramCode publish(ProgramDocument document, String from) {
        ProgramCode code = document.basics().code();
        call(() -> {
            if (programs.find(code).isEmpty()) {
                programs.create(code, document);
            } else {
                var draft = programs.draft(code, Optional.empty());
                programs.save(code, Optional.empty(), draft.version(), document);
                programs.rebase(code, Optional.empty());
            }
            return publishing.publish(code, Optional.empty(), Instant.parse(from));
        });
        // The sweep shall not come between a test and what it looks at.
        dueWork.put(slug(), "tier_review", Optional.empty());
        return code;
    }

    /** A template with some of its text replaced, each pair what stands there and what shall. */
    public static ProgramDocument template(String name, String... replacements) {
        String text = ProgramDocumentCodec.write(ProgramTemplates.find(name).orElseThrow());
        for (int at = 0; at < replacements.length; at += 2) {
            if (!text.contains(replacements[at])) {
                throw new IllegalArgumentException("Template " + name + " has no " + replacements[at] + ": " + text);
            }
            text = text.replace(replacements[at], replacements[at + 1]);
        }
        return ProgramDocumentCodec.read(text);
    }

    /** A member of these programs since then. */
    public MemberId member(String externalId, String since, ProgramCode... codes) {
        List<NewEnrolment> enrolments = Arrays.stream(codes)
                .map(code -> new NewEnrolment(code, "till", Optional.empty(), Optional.of(Instant.parse(since))))
                .toList();
        return call(() -> members.create(new NewMember(
                        new Person(
                                MemberKind.PERSON,
                                Person.Employment.NONE,
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Map.of()),
                        Map.of(IdentityKind.EXTERNAL_ID, externalId),
                        Optional.of(Instant.parse(since)),
                        List.of(),
                        enrolments))
                .id());
    }

    public Recorded put(MemberId member, Order order) {
        return put(Optional.of(new NamedMember(NamedMember.By.ID, member.toString())), order);
    }

    public Recorded put(Optional<NamedMember> member, Order order) {
        return call(() -> accrual.record(new ReportedOrder(order, member)));
    }

    public Recorded giveBack(Order order, OrderReturn returned) {
        return call(() -> accrual.addReturn(order.source(), order.reference(), returned));
    }

    public Recorded does(MemberId member, String type, String reference, String at) {
        return call(() -> accrual.record(new ReportedActivity(
                type,
                "app",
                reference,
                new NamedMember(NamedMember.By.ID, member.toString()),
                Instant.parse(at),
                Map.of())));
    }

    public static Order order(String reference, String at, String currency, OrderLine... lines) {
        return new Order(
                "shop",
                reference,
                Optional.empty(),
                Optional.empty(),
                Instant.parse(at),
                Optional.empty(),
                Optional.empty(),
                Currency.getInstance(currency),
                OrderStatus.PAID,
                Optional.empty(),
                Order.TaxTreatment.INCLUDED,
                List.of(lines),
                0,
                List.of(),
                Optional.empty(),
                List.of());
    }

    public static Order with(Order order, OrderStatus status, Optional<Long> revision, List<Tender> tenders) {
        return new Order(
                order.source(),
                order.reference(),
                revision,
                order.member(),
                order.occurredAt(),
                order.store(),
                order.channel(),
                order.currency(),
                status,
                order.fulfilledAt(),
                order.tax(),
                order.lines(),
                order.shipping(),
                tenders,
                order.donation(),
                order.returns());
    }

    public static OrderLine line(String lineId, long quantity, long amount) {
        return new OrderLine(
                lineId,
                "SKU-" + lineId,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                BigDecimal.valueOf(quantity),
                amount,
                0,
                0,
                Set.of(),
                Map.of());
    }

    public static OrderReturn goods(String returnId, String at, String lineId, long quantity) {
        return new OrderReturn(
                returnId,
                Instant.parse(at),
                List.of(new OrderReturn.Line(
                        Optional.of(lineId), Optional.of(BigDecimal.valueOf(quantity)), Optional.empty())),
                OrderReturn.Status.STANDING);
    }

    public static long granted(Receipt receipt) {
        return receipt.programs().stream()
                .flatMap(part -> part.granted().stream())
                .mapToLong(Receipt.Granted::points)
                .sum();
    }

    public static long taken(Receipt receipt) {
        return receipt.programs().stream()
                .flatMap(part -> part.taken().stream())
                .mapToLong(Receipt.Taken::points)
                .sum();
    }

    public static List<String> skipped(Receipt receipt) {
        return receipt.programs().stream()
                .flatMap(part -> part.skipped().stream())
                .flatMap(skipped -> skipped.reasons().stream())
                .toList();
    }

    /** A figure of the tenant's tables. */
    public long number(String sql) {
        String figure = text(sql);
        return figure == null ? 0 : Long.parseLong(figure);
    }

    /** A value of the tenant's tables as text. */
    public String text(String sql) {
        return call(() -> {
            transaction.begin();
            try (PreparedStatement statement = store.connection().prepareStatement(sql);
                    ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getString(1);
            } finally {
                transaction.rollback();
            }
        });
    }

    /** Changes a row of the tenant's tables behind the product's back. */
    public void change(String sql) {
        call(() -> {
            transaction.begin();
            try (PreparedStatement statement = store.connection().prepareStatement(sql)) {
                int rows = statement.executeUpdate();
                transaction.commit();
                return rows;
            }
        });
    }

    /** What a member can spend, less what they owe. */
    public long spendable(MemberId member) {
        return number(
                "SELECT coalesce(sum(active_points - debt_points), 0) FROM account WHERE member_id = '" + member + "'");
    }

    /** Does the work so many times at once and returns what came of each. */
    public static <T> List<T> atOnce(int times, IntFunction<T> work) {
        ExecutorService threads = Executors.newFixedThreadPool(Math.min(times, 12));
        try {
            List<Future<T>> running = new ArrayList<>();
            for (int at = 0; at < times; at++) {
                int number = at;
                running.add(threads.submit(() -> work.apply(number)));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> one : running) {
                results.add(one.get());
            }
            return results;
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        } finally {
            threads.shutdownNow();
        }
    }
}
