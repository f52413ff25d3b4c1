package io.steadfast.cards;

import io.steadfast.cards.core.CardFacts;
import io.steadfast.cards.core.MemberCard;
import io.steadfast.charities.DonationService;
import io.steadfast.charities.core.CharityTotal;
import io.steadfast.charities.core.DonationState;
import io.steadfast.ledger.StatementService;
import io.steadfast.ledger.core.ExpiringPoints;
import io.steadfast.ledger.core.MemberBalances;
import io.steadfast.ledger.core.WalletBalance;
import io.steadfast.members.MemberService;
import io.steadfast.members.core.Enrolment;
import io.steadfast.members.core.MemberProfile;
import io.steadfast.members.core.MemberRefusal;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.platform.time.TenantClock;
import io.steadfast.programs.ProgramService;
import io.steadfast.programs.core.ProgramVersion;
import io.steadfast.programs.core.RewardCode;
import io.steadfast.programs.core.TierSetCode;
import io.steadfast.rewards.RewardOffer;
import io.steadfast.rewards.RewardService;
import io.steadfast.rewards.core.Availability;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.ProgramCode;
import io.steadfast.shared.WalletCode;
import io.steadfast.tiers.TierService;
import io.steadfast.tiers.TierView;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** The cards of members, each out of the same answers that the calls for balance, tier, rewards and donations give. */
@Stateless
public class CardService {

    @Inject
    MemberService members;

    @Inject
    ProgramService programs;

    @Inject
    StatementService statement;

    @Inject
    TierService tiers;

    @Inject
    RewardService rewards;

    @Inject
    DonationService donations;

    @Inject
    TenantClock clock;

    /**
     * A card for each program in force that the member is in, by program.
     *
     * @param only just this program's, if the member is in it
     * @throws Refusal MEMBER_UNKNOWN
     */
    public List<MemberCard> cards(MemberId member, Optional<ProgramCode> only) {
        Instant now = clock.now();
        MemberProfile profile = members.profile(member).orElseThrow(() -> new Refusal(MemberRefusal.MEMBER_UNKNOWN));
        TreeSet<ProgramCode> codes = new TreeSet<>();
        profile.enrolments().stream()
                .filter(enrolment -> enrolment.covers(now))
                .map(Enrolment::program)
                .filter(code -> only.isEmpty() || only.get().equals(code))
                .forEach(codes::add);
        MemberBalances balances = statement.balances(member);
        List<CharityTotal> given = donations.totals(member);
        return programs.inForce(codes, now).stream()
                .map(version -> MemberCard.of(
                        version.document(),
                        new CardFacts(
                                purses(balances, version.document().basics().zone()),
                                places(profile, version, now),
                                offered(member, version.code()),
                                donated(given, version.document().basics().currency()))))
                .toList();
    }

    private static Map<WalletCode, CardFacts.Purse> purses(MemberBalances balances, ZoneId zone) {
        Map<WalletCode, SortedMap<LocalDate, Long>> days = new HashMap<>();
        for (ExpiringPoints each : balances.expiring()) {
            LocalDate last = each.expiresAt().minusNanos(1).atZone(zone).toLocalDate();
            days.computeIfAbsent(each.wallet(), none -> new TreeMap<>()).merge(last, each.points(), Long::sum);
        }
        Map<WalletCode, CardFacts.Purse> purses = new HashMap<>();
        for (WalletBalance balance : balances.wallets()) {
            Optional<CardFacts.Lapsing> first = days.getOrDefault(balance.wallet(), new TreeMap<>()).entrySet().stream()
                    .findFirst()
                    .map(day -> new CardFacts.Lapsing(day.getKey(), day.getValue()));
            purses.put(balance.wallet(), new CardFacts.Purse(balance.spendable(), first));
        }
        return purses;
    }

    private Map<TierSetCode, CardFacts.Place> places(MemberProfile profile, ProgramVersion version, Instant now) {
        Map<TierSetCode, CardFacts.Place> places = new HashMap<>();
        Instant enrolledAt = profile.enrolledAt(version.code(), now).orElse(now);
        for (TierView view : tiers.standing(profile.id(), version, enrolledAt)) {
            places.put(view.set().code(), new CardFacts.Place(view.current().code(), view.standing(), view.until()));
        }
        return places;
    }

    private Map<RewardCode, Availability> offered(MemberId member, ProgramCode program) {
        Map<RewardCode, Availability> offered = new HashMap<>();
        for (RewardOffer offer : rewards.forMember(member, Optional.of(program), Optional.empty())) {
            offer.availability()
                    .ifPresent(availability -> offered.put(offer.reward().code(), availability));
        }
        return offered;
    }

    private static long donated(List<CharityTotal> given, Currency currency) {
        return given.stream()
                .filter(total -> total.state() != DonationState.REVERSED)
                .map(CharityTotal::amount)
                .filter(amount -> amount.currency().equals(currency))
                .mapToLong(amount -> amount.amount())
                .sum();
    }
}
