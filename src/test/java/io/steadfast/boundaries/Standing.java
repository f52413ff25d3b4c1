package io.steadfast.boundaries;

import io.steadfast.accrual.AccrualService;
import io.steadfast.accrual.Shop;
import io.steadfast.accrual.core.Judgement;
import io.steadfast.accrual.core.KnownOrder;
import io.steadfast.accrual.core.OrderReturn;
import io.steadfast.accrual.core.StandingGrant;
import io.steadfast.ledger.LedgerService;
import io.steadfast.ledger.core.WalletBalance;
import io.steadfast.memberships.MembershipService;
import io.steadfast.memberships.MembershipView;
import io.steadfast.memberships.core.Phase;
import io.steadfast.programs.core.ProgramVersion;
import io.steadfast.rewards.EntitlementService;
import io.steadfast.rewards.core.HeldEntitlement;
import io.steadfast.shared.MemberId;
import io.steadfast.tiers.TierService;
import io.steadfast.tiers.TierView;
import io.steadfast.tiers.core.TierFact;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * All of a member that doesn't depend on the order in which things were reported, in words, with instants told from the
 * first moment on: what each order granted and gave back by line, spendable points and debts, tiers as of given moments, the
 * metric, the plan's phases, and rights.
 */
@Dependent
class Standing {

    @Inject
    AccrualService accrual;

    @Inject
    LedgerService ledger;

    @Inject
    TierService tiers;

    @Inject
    MembershipService memberships;

    @Inject
    EntitlementService entitlements;

    @Inject
    UserTransaction transaction;

    /** @param moments the first of them is the one from which time is told */
    record Asked(MemberId member, ProgramVersion version, List<String> orders, List<Instant> moments) {}

    String of(Shop shop, Asked asked) {
        MemberId member = asked.member();
        List<Instant> moments = asked.moments();
        return shop.call(() -> {
            transaction.begin();
            try {
                List<String> told = new ArrayList<>();
                for (String order : asked.orders()) {
                    accrual.find("shop", order).ifPresent(known -> told.add(order.charAt(0) + " " + order(known)));
                }
                ledger.lockMember(member).balances().forEach(balance -> told.add(balance(balance)));
                for (Instant moment : moments) {
                    told.add(since(moments, moment) + " " + tiers.tiersAt(member, moment));
                }
                told.add(tier(asked));
                memberships.of(member).forEach(view -> told.add(plan(view, moments)));
                entitlements.held(member, Optional.empty()).forEach(right -> told.add(right(right, moments)));
                return String.join("\n", told);
            } finally {
                transaction.rollback();
            }
        });
    }

    private static String order(KnownOrder known) {
        StringBuilder told =
                new StringBuilder().append(known.known().order().status()).append(' ');
        known.known().order().returns().stream()
                .filter(OrderReturn::stands)
                .map(OrderReturn::returnId)
                .sorted()
                .forEach(returned -> told.append(returned).append(' '));
        known.known().judgement().map(Judgement::grants).stream()
                .flatMap(List::stream)
                .sorted(Comparator.comparing(grant -> grant.key().rule()))
                .forEach(grant -> told.append(grant(grant)));
        return told.toString();
    }

    private static String grant(StandingGrant grant) {
        return grant.key().rule() + " " + grant.grant().points() + " "
                + grant.grant().shares() + " taken " + grant.taken();
    }

    private static String balance(WalletBalance balance) {
        return balance.wallet() + " spendable " + balance.spendable() + " debt " + balance.debt();
    }

    private String tier(Asked asked) {
        List<Instant> moments = asked.moments();
        TierView view = tiers.standing(
                        asked.member(), asked.version(), moments.get(0).minus(Duration.ofDays(1)))
                .get(0);
        StringBuilder told = new StringBuilder()
                .append(view.standing().metric())
                .append(" rank ")
                .append(view.standing().rank())
                .append(" until ")
                .append(view.standing().validUntil().map(until -> since(moments, until)));
        for (TierFact fact : view.history()) {
            told.append("; ").append(since(moments, fact.from())).append(' ').append(fact.rank());
        }
        return told.toString();
    }

    private static String plan(MembershipView view, List<Instant> moments) {
        StringBuilder told = new StringBuilder();
        Instant last = moments.get(moments.size() - 1);
        for (Phase phase : view.course().phases()) {
            told.append(phase.state()).append(' ');
            // What is to come follows the calendar's months, which differ from member to member.
            if (!phase.from().isAfter(last)) {
                told.append(since(moments, phase.from()));
            }
            told.append("; ");
        }
        return told.toString();
    }

    private static String right(HeldEntitlement right, List<Instant> moments) {
        Instant last = moments.get(moments.size() - 1);
        String until = right.until()
                .filter(end -> !end.isAfter(last))
                .map(end -> since(moments, end))
                .orElse("later");
        return right.code() + " " + right.because() + " " + until;
    }

    /** Days, hours and so on, so that members of different days can be compared. */
    private static String since(List<Instant> moments, Instant instant) {
        return Duration.between(moments.get(0), instant).toString();
    }
}
