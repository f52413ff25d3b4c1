package io.steadfast.programs.core;

import io.steadfast.shared.RuleCode;
import io.steadfast.shared.WalletCode;
import java.util.List;
import java.util.Optional;

/**
 * Everything a marketer decides about a program. Sections are added with a new {@link #SCHEMA_VERSION} and a migration
 * of older documents.
 */
public record ProgramDocument(
        int schemaVersion,
        ProgramBasics basics,
        List<Wallet> wallets,
        Earning earning,
        List<TierSet> tierSets,
        Transition transition,
        List<Plan> plans,
        List<Reward> rewards,
        List<TierEntitlement> entitlements,
        Giving giving,
        List<StampCard> stampCards,
        List<DateGift> dateGifts,
        List<ActivityCheck> activityChecks,
        Optional<Referral> referral,
        TermsClauses terms) {

    /** The version this code writes. */
    public static final int SCHEMA_VERSION = 8;

    public ProgramDocument {
        wallets = List.copyOf(wallets);
        tierSets = List.copyOf(tierSets);
        plans = List.copyOf(plans);
        rewards = List.copyOf(rewards);
        entitlements = List.copyOf(entitlements);
        stampCards = List.copyOf(stampCards);
        dateGifts = List.copyOf(dateGifts);
        activityChecks = List.copyOf(activityChecks);
    }

    public ProgramDocument withBasics(ProgramBasics other) {
        return new ProgramDocument(
                schemaVersion,
                other,
                wallets,
                earning,
                tierSets,
                transition,
                plans,
                rewards,
                entitlements,
                giving,
                stampCards,
                dateGifts,
                activityChecks,
                referral,
                terms);
    }

    public ProgramDocument withEarning(Earning other) {
        return new ProgramDocument(
                schemaVersion,
                basics,
                wallets,
                other,
                tierSets,
                transition,
                plans,
                rewards,
                entitlements,
                giving,
                stampCards,
                dateGifts,
                activityChecks,
                referral,
                terms);
    }

    public ProgramDocument withRewards(List<Reward> others) {
        return new ProgramDocument(
                schemaVersion,
                basics,
                wallets,
                earning,
                tierSets,
                transition,
                plans,
                others,
                entitlements,
                giving,
                stampCards,
                dateGifts,
                activityChecks,
                referral,
                terms);
    }

    public ProgramDocument withGiving(Giving other) {
        return new ProgramDocument(
                schemaVersion,
                basics,
                wallets,
                earning,
                tierSets,
                transition,
                plans,
                rewards,
                entitlements,
                other,
                stampCards,
                dateGifts,
                activityChecks,
                referral,
                terms);
    }

    /** Everything wrong with it by itself, by place and code. */
    public List<Problem> problems() {
        return DocumentProblems.of(this, Optional.empty());
    }

    /** Everything wrong with it in a tenant that has these charities; no problem among them: it can be published. */
    public List<Problem> problems(CharityRegister charities) {
        return DocumentProblems.of(this, Optional.of(charities));
    }

    public Optional<Wallet> wallet(WalletCode code) {
        return wallets.stream().filter(one -> one.code().equals(code)).findFirst();
    }

    public Optional<EarningRule> rule(RuleCode code) {
        return earning.rules().stream().filter(one -> one.code().equals(code)).findFirst();
    }

    public Optional<TierSet> tierSet(TierSetCode code) {
        return tierSets.stream().filter(one -> one.code().equals(code)).findFirst();
    }

    public Optional<Plan> plan(PlanCode code) {
        return plans.stream().filter(one -> one.code().equals(code)).findFirst();
    }

    public Optional<Reward> reward(RewardCode code) {
        return rewards.stream().filter(one -> one.code().equals(code)).findFirst();
    }

    public Optional<RuleGroup> group(String code) {
        return earning.groups().stream().filter(one -> one.code().equals(code)).findFirst();
    }

    /** What is asked of activities of this type before they count. */
    public Optional<ActivityCheck> activityCheck(String type) {
        return activityChecks.stream().filter(one -> one.type().equals(type)).findFirst();
    }

    public Optional<Budget> budget(String code) {
        return earning.budgets().stream().filter(one -> one.code().equals(code)).findFirst();
    }
}
