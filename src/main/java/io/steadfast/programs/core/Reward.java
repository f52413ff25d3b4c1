package io.steadfast.programs.core;

import java.util.Optional;

/**
 * What members get for their points. How many there are is no part of the document: stock moves every day, a version
 * doesn't.
 *
 * @param price empty where it isn't for sale and only a rule or a member of staff gives it
 * @param redeemed when points become it: when somebody asks, or by itself as soon as they suffice
 * @param perMember how often one member may have it
 * @param visible from which to which day it is in the catalogue
 * @param audience whom it is for; empty means everybody in the program
 * @param validFor how long what is issued can be used, counted from the day of issue through the last day; empty: always
 * @param plan only for members while it is on; empty means that none is asked for
 */
public record Reward(
        RewardCode code,
        LocalText name,
        LocalText description,
        RewardKind gives,
        Optional<RewardPrice> price,
        RewardTiming redeemed,
        Optional<MemberLimit> perMember,
        Validity visible,
        Optional<TierLevel> audience,
        Optional<Term> validFor,
        Optional<PlanCode> plan) {

    /** Whether members are given it by itself. */
    public boolean redeemsItself() {
        return redeemed == RewardTiming.WHEN_AFFORDABLE;
    }

    /** Whether it costs points alone and is of a kind that needs nothing else from the member. */
    public boolean mayRedeemItself() {
        return price.filter(each -> each.money().isEmpty()).isPresent() && SelfRedeemingCheck.needsNobody(gives);
    }

    /** So many times in a calendar period of the program's zone. */
    public record MemberLimit(int times, Cap.Period period) {}

    /** A length on the program's calendar. */
    public record Term(int amount, CalendarUnit unit) {}
}
