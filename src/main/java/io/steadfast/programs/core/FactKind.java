package io.steadfast.programs.core;

/** What a condition can ask about, what sort of value it has and to what it belongs. */
public enum FactKind {
    ORDER_AMOUNT(Subject.ORDER, Type.MONEY),
    ORDER_QUANTITY(Subject.ORDER, Type.NUMBER),
    CURRENCY(Subject.ORDER, Type.CODE),
    STORE(Subject.ORDER, Type.CODE),
    STORE_BRAND(Subject.ORDER, Type.CODE),
    STORE_REGION(Subject.ORDER, Type.CODE),
    STORE_COUNTRY(Subject.ORDER, Type.CODE),
    CHANNEL(Subject.ORDER, Type.CODE),
    TENDER(Subject.ORDER, Type.CODE),
    SKU(Subject.LINE, Type.CODE),
    /** A category path matches itself and everything below it: {@code shoes} matches {@code shoes/sneakers}. */
    CATEGORY(Subject.LINE, Type.PATH),
    BRAND(Subject.LINE, Type.CODE),
    TAG(Subject.LINE, Type.CODE),
    LINE_AMOUNT(Subject.LINE, Type.MONEY),
    LINE_QUANTITY(Subject.LINE, Type.NUMBER),
    LINE_ATTRIBUTE(Subject.LINE, Type.ATTRIBUTE),
    TIER(Subject.MEMBER, Type.TIER),
    PLAN(Subject.MEMBER, Type.CODE),
    SEGMENT(Subject.MEMBER, Type.CODE),
    MEMBER_ATTRIBUTE(Subject.MEMBER, Type.ATTRIBUTE),
    MEMBER_KIND(Subject.MEMBER, Type.CODE),
    EMPLOYEE(Subject.MEMBER, Type.YES_NO),
    HOME_STORE(Subject.MEMBER, Type.CODE),
    BIRTHDAY_MONTH(Subject.MEMBER, Type.YES_NO),
    FIRST_ORDER(Subject.MEMBER, Type.YES_NO),
    ORDERS_BEFORE(Subject.MEMBER, Type.NUMBER),
    DAYS_SINCE_ENROLMENT(Subject.MEMBER, Type.NUMBER),
    WEEKDAY(Subject.TIME, Type.WEEKDAY),
    TIME_OF_DAY(Subject.TIME, Type.TIME),
    DATE(Subject.TIME, Type.DATE),
    DAY_OF_MONTH(Subject.TIME, Type.NUMBER),
    ACTIVITY_ATTRIBUTE(Subject.ACTIVITY, Type.ATTRIBUTE);

    private final Subject subject;
    private final Type type;

    FactKind(Subject subject, Type type) {
        this.subject = subject;
        this.type = type;
    }

    public Subject subject() {
        return subject;
    }

    public Type type() {
        return type;
    }

    /** Whether {@link Condition.Fact#of()} must say which one is meant. */
    public boolean needsName() {
        return type == Type.ATTRIBUTE || this == TIER;
    }

    /** To what a fact belongs. */
    public enum Subject {
        ORDER,
        LINE,
        MEMBER,
        TIME,
        ACTIVITY
    }

    /** What sort of value a fact has. */
    public enum Type {
        CODE,
        PATH,
        NUMBER,
        MONEY,
        YES_NO,
        ATTRIBUTE,
        TIER,
        WEEKDAY,
        TIME,
        DATE
    }
}
