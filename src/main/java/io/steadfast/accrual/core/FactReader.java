package io.steadfast.accrual.core;

import io.steadfast.programs.core.Condition;
import io.steadfast.programs.core.FactKind;
import io.steadfast.programs.core.ProgramDocument;
import io.steadfast.programs.core.TierSetCode;
import io.steadfast.programs.core.TierSetRef;
import io.steadfast.shared.ProgramCode;
import io.steadfast.shared.TierCode;
import io.steadfast.tiers.core.CutOrder;
import io.steadfast.tiers.core.TierPart;
import java.math.BigDecimal;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a fact off an occurrence, a line, a member or the program's calendar; what is unknown has no values. */
final class FactReader {

    private final ProgramDocument document;
    private final MemberFacts member;
    private final Occurrence occurrence;
    private final ZonedDateTime local;

    FactReader(ProgramDocument document, MemberFacts member, Occurrence occurrence) {
        this.document = document;
        this.member = member;
        this.occurrence = occurrence;
        this.local = occurrence.occurredAt().atZone(document.basics().zone());
    }

    ProgramDocument document() {
        return document;
    }

    Occurrence occurrence() {
        return occurrence;
    }

    /** Every fact but a line's own. */
    List<String> observed(Condition.Fact fact) {
        return switch (fact.fact().subject()) {
            case ORDER ->
                occurrence.order().map(order -> ofOrder(order, fact.fact())).orElse(List.of());
            case MEMBER -> ofMember(fact);
            case TIME -> List.of(ofTime(fact.fact()));
            case ACTIVITY ->
                occurrence
                        .activity()
                        .map(activity -> named(activity.attributes(), fact.of()))
                        .orElse(List.of());
            case LINE ->
                occurrence.lines().stream()
                        .flatMap(line -> observed(fact, line).stream())
                        .distinct()
                        .toList();
        };
    }

    List<String> observed(Condition.Fact fact, OrderLine line) {
        return switch (fact.fact()) {
            case SKU -> List.of(line.sku());
            case CATEGORY -> line.category().stream().toList();
            case BRAND -> line.brand().stream().toList();
            case TAG -> line.tags().stream().sorted().toList();
            case LINE_AMOUNT -> List.of(Long.toString(line.amount()));
            case LINE_QUANTITY -> List.of(plain(line.quantity()));
            case LINE_ATTRIBUTE -> named(line.attributes(), fact.of());
            default -> observed(fact);
        };
    }

    /** Whether a fact's value must not be kept. */
    boolean isPersonal(Condition.Fact fact) {
        return switch (fact.fact()) {
            case BIRTHDAY_MONTH -> true;
            case MEMBER_ATTRIBUTE ->
                fact.of()
                        .flatMap(name -> Optional.ofNullable(member.attributes().get(name)))
                        .map(attribute -> attribute.privacy() == MemberFacts.Attribute.Privacy.PERSONAL)
                        .orElse(false);
            default -> false;
        };
    }

    private List<String> ofOrder(Order order, FactKind fact) {
        return switch (fact) {
            case ORDER_AMOUNT ->
                List.of(Long.toString(OrderBasis.of(order, document.earning().basis()).stream()
                        .mapToLong(LineBasis::amount)
                        .sum()));
            case ORDER_QUANTITY ->
                List.of(plain(
                        order.lines().stream().map(OrderLine::quantity).reduce(BigDecimal.ZERO, BigDecimal::add)));
            case CURRENCY -> List.of(order.currency().getCurrencyCode());
            case STORE -> order.store().map(OrderStore::code).stream().toList();
            case STORE_BRAND ->
                order.store().flatMap(OrderStore::brand).stream().toList();
            case STORE_REGION ->
                order.store().flatMap(OrderStore::region).stream().toList();
            case STORE_COUNTRY ->
                order.store().flatMap(OrderStore::country).stream().toList();
            case CHANNEL -> order.channel().stream().toList();
            case TENDER ->
                order.tenders().stream()
                        .map(tender -> tender.kind().name())
                        .distinct()
                        .toList();
            default -> List.of();
        };
    }

    /** The code of the paid plan of a program that is on. */
    Optional<String> plan(ProgramCode program) {
        return Optional.ofNullable(member.plans().get(program));
    }

    private List<String> ofMember(Condition.Fact fact) {
        return switch (fact.fact()) {
            case TIER ->
                fact.of().flatMap(this::tier).map(TierCode::value).stream().toList();
            case PLAN ->
                plan(fact.of().map(ProgramCode::new).orElse(document.basics().code())).stream()
                        .toList();
            case SEGMENT -> member.segments().stream().sorted().toList();
            case MEMBER_ATTRIBUTE ->
                fact.of()
                        .flatMap(name -> Optional.ofNullable(member.attributes().get(name)))
                        .map(MemberFacts.Attribute::values)
                        .orElse(List.of());
            case MEMBER_KIND -> List.of(member.kind().name());
            case EMPLOYEE -> yesNo(member.employment() == MemberFacts.Employment.EMPLOYEE);
            case HOME_STORE -> member.homeStore().stream().toList();
            case BIRTHDAY_MONTH ->
                member.birthday()
                        .map(day -> yesNo(day.getMonth() == local.getMonth()))
                        .orElse(List.of());
            case FIRST_ORDER -> yesNo(occurrence.order().isPresent() && member.ordersBefore() == 0);
            case ORDERS_BEFORE -> List.of(Long.toString(member.ordersBefore()));
            case DAYS_SINCE_ENROLMENT ->
                member.enrolledAt()
                        .map(instant -> instant.atZone(local.getZone()).toLocalDate())
                        .map(day -> List.of(Long.toString(ChronoUnit.DAYS.between(day, local.toLocalDate()))))
                        .orElse(List.of());
            default -> List.of();
        };
    }

    /** The parts by tier into which an own set cuts the order; empty where it doesn't. */
    List<TierPart> crossed(TierSetCode set) {
        return Optional.ofNullable(
                        member.crossed().get(new TierSetRef(document.basics().code(), set)))
                .map(CutOrder::parts)
                .orElse(List.of());
    }

    /** The member's tier in a set; the base tier of an own set where nothing is known. */
    Optional<TierCode> tier(String set) {
        TierSetRef ref = TierSetRef.parse(set, document.basics().code());
        TierCode known = member.tiers().get(ref);
        if (known != null) {
            return Optional.of(known);
        }
        return ref.program().equals(document.basics().code())
                ? document.tierSet(ref.set())
                        .flatMap(found -> found.tiers().stream().findFirst())
                        .map(tier -> tier.code())
                : Optional.empty();
    }

    private String ofTime(FactKind fact) {
        return switch (fact) {
            case WEEKDAY -> local.getDayOfWeek().name();
            case TIME_OF_DAY -> local.toLocalTime().toString();
            case DATE -> local.toLocalDate().toString();
            default -> Integer.toString(local.getDayOfMonth());
        };
    }

    private static List<String> yesNo(boolean holds) {
        return List.of(Boolean.toString(holds));
    }

    private static List<String> named(Map<String, List<String>> attributes, Optional<String> name) {
        return name.map(key -> attributes.getOrDefault(key, List.of())).orElse(List.of());
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
