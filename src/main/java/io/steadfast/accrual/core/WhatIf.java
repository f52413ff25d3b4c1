package io.steadfast.accrual.core;

import io.steadfast.shared.MemberId;
import io.steadfast.shared.WalletCode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/**
 * What two documents say of the same orders.
 *
 * @param sums by what is given, in the order it was named
 * @param cases orders that differ, as they were given
 * @param members who get something else in sum, whom it touches most first
 */
public record WhatIf(int orders, List<Sum> sums, List<Case> cases, List<Touched> members) {

    public WhatIf {
        sums = List.copyOf(sums);
        cases = List.copyOf(cases);
        members = List.copyOf(members);
    }

    /**
     * What is given: points or credit of a wallet, or money to charity in a currency.
     *
     * @param wallet empty for what goes to charity
     * @param currency empty for what goes to a wallet
     */
    public record Kind(Optional<WalletCode> wallet, Optional<Currency> currency) {

        public static Kind of(WalletCode wallet) {
            return new Kind(Optional.of(wallet), Optional.empty());
        }

        public static Kind giving(Currency currency) {
            return new Kind(Optional.empty(), Optional.of(currency));
        }
    }

    /** How much of something an order gives by each of the two, in smallest units. */
    public record Amount(long before, long after) {

        static final Amount NONE = new Amount(0, 0);

        public long difference() {
            return Math.subtractExact(after, before);
        }

        Amount plus(Amount other) {
            return new Amount(Math.addExact(before, other.before), Math.addExact(after, other.after));
        }
    }

    /** One order; every kind it gives something of by either of the two. */
    public record Case(
            String source, String reference, Optional<MemberId> member, Instant occurredAt, Map<Kind, Amount> amounts) {

        public Case {
            amounts = Map.copyOf(amounts);
        }

        public boolean differs() {
            return amounts.values().stream().anyMatch(amount -> amount.difference() != 0);
        }

        /** Nothing of a kind it doesn't give. */
        public Amount of(Kind kind) {
            return amounts.getOrDefault(kind, Amount.NONE);
        }
    }

    /**
     * One kind over all orders.
     *
     * @param more orders that give more of it
     * @param gained what members who get more in sum get more; an order of nobody stands for itself
     * @param lost what members who get less in sum get less, as a positive figure
     */
    public record Sum(
            Kind kind, int more, int less, int membersMore, int membersLess, long gained, long lost, Amount all) {

        public boolean differs() {
            return more + less > 0;
        }
    }

    /** A member who gets something else in sum, over all their orders. */
    public record Touched(MemberId member, int orders, Map<Kind, Amount> amounts) {

        public Touched {
            amounts = Map.copyOf(amounts);
        }

        public Amount of(Kind kind) {
            return amounts.getOrDefault(kind, Amount.NONE);
        }
    }

    /** Whether nothing at all differs. */
    public boolean same() {
        return cases.isEmpty();
    }

    /** @param worth what so much of a kind is worth, in order to compare differences of several kinds */
    public static WhatIf of(List<Kind> kinds, List<Case> all, BiFunction<Kind, Long, BigDecimal> worth) {
        Map<MemberId, List<Case>> byMember = all.stream()
                .filter(one -> one.member().isPresent())
                .collect(Collectors.groupingBy(
                        one -> one.member().orElseThrow(), LinkedHashMap::new, Collectors.toList()));
        List<Touched> members = byMember.entrySet().stream()
                .map(one -> new Touched(one.getKey(), one.getValue().size(), summed(one.getValue())))
                .toList();
        List<Touched> touched = members.stream()
                .filter(one -> one.amounts().values().stream().anyMatch(amount -> amount.difference() != 0))
                .sorted(Comparator.comparing((Touched one) -> weight(one, worth))
                        .reversed())
                .toList();
        return new WhatIf(
                all.size(),
                kinds.stream().map(kind -> sum(kind, all, members)).toList(),
                all.stream().filter(Case::differs).toList(),
                touched);
    }

    private static Map<Kind, Amount> summed(List<Case> cases) {
        Map<Kind, Amount> sums = new LinkedHashMap<>();
        cases.forEach(one -> one.amounts().forEach((kind, amount) -> sums.merge(kind, amount, Amount::plus)));
        return sums;
    }

    private static BigDecimal weight(Touched one, BiFunction<Kind, Long, BigDecimal> worth) {
        return one.amounts().entrySet().stream()
                .map(each ->
                        worth.apply(each.getKey(), each.getValue().difference()).abs())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Sum sum(Kind kind, List<Case> all, List<Touched> members) {
        List<Long> orders = all.stream().map(one -> one.of(kind).difference()).toList();
        List<Long> ofMembers =
                members.stream().map(one -> one.of(kind).difference()).toList();
        List<Long> receivers = new ArrayList<>(ofMembers);
        all.stream()
                .filter(one -> one.member().isEmpty())
                .map(one -> one.of(kind).difference())
                .forEach(receivers::add);
        return new Sum(
                kind,
                count(orders, 1),
                count(orders, -1),
                count(ofMembers, 1),
                count(ofMembers, -1),
                total(receivers, 1),
                total(receivers, -1),
                all.stream().map(one -> one.of(kind)).reduce(Amount.NONE, Amount::plus));
    }

    private static int count(List<Long> differences, int sign) {
        return (int)
                differences.stream().filter(each -> Long.signum(each) == sign).count();
    }

    private static long total(List<Long> differences, int sign) {
        return differences.stream()
                .filter(each -> Long.signum(each) == sign)
                .map(Math::abs)
                .reduce(0L, Math::addExact);
    }

    /** Every kind that some order gives, those of the first list first. */
    public static List<Kind> kinds(List<Kind> first, List<Case> all) {
        Set<Kind> known = new HashSet<>(first);
        List<Kind> kinds = new ArrayList<>(first);
        all.forEach(one -> one.amounts().keySet().stream().filter(known::add).forEach(kinds::add));
        return kinds;
    }
}
