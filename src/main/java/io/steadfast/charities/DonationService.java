package io.steadfast.charities;

import io.steadfast.charities.core.CharityChoice;
import io.steadfast.charities.core.CharityRefusal;
import io.steadfast.charities.core.CharityTotal;
import io.steadfast.charities.core.Destination;
import io.steadfast.charities.core.Donation;
import io.steadfast.charities.core.DonationBook;
import io.steadfast.charities.core.DonationChange;
import io.steadfast.charities.core.StandingChoice;
import io.steadfast.charities.store.CharityRepository;
import io.steadfast.charities.store.DonationRepository;
import io.steadfast.charities.store.SettlementRepository;
import io.steadfast.ledger.LedgerService;
import io.steadfast.members.MemberService;
import io.steadfast.members.core.Enrolment;
import io.steadfast.members.core.MemberProfile;
import io.steadfast.members.core.MemberRefusal;
import io.steadfast.members.core.MemberStatus;
import io.steadfast.platform.audit.AuditTrail;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.platform.time.TenantClock;
import io.steadfast.programs.ProgramService;
import io.steadfast.programs.core.CharityCode;
import io.steadfast.programs.core.Giving;
import io.steadfast.programs.core.ProgramVersion;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.ProgramCode;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/** What members choose and give, and what stands for them. Orders pledge by themselves, see {@link PledgeFollower}. */
@Stateless
public class DonationService {

    @Inject
    private CharityRepository charities;

    @Inject
    private DonationRepository donations;

    @Inject
    private SettlementRepository totals;

    @Inject
    private DonationDesk desk;

    @Inject
    private PointsGiving points;

    @Inject
    private ProgramService programs;

    @Inject
    private MemberService members;

    @Inject
    private LedgerService ledger;

    @Inject
    private TenantClock clock;

    @Inject
    private AuditTrail audit;

    /**
     * Keeps a member's choice for their orders from now on; what waits for a choice goes there at once.
     *
     * <p>Refuses {@code MEMBER_UNKNOWN} (404), {@code MEMBER_BLOCKED}, {@code MEMBER_MERGED}, {@code NOTHING_TO_GIVE}, {@code PROGRAM_AMBIGUOUS},
     * {@code CHARITY_NOT_OFFERED}, {@code CHARITY_CLOSED} (422).
     *
     * @param program left out, the only one of the member's that gives to charity
     */
    public MemberChoice choose(MemberId member, Optional<ProgramCode> program, CharityCode charity) {
        ledger.lockMember(member);
        Instant now = clock.now();
        ProgramVersion version = one(member, program, now, Giving::gives);
        desk.refuseUnusable(version, charity);
        charities.choose(member, version.code(), new StandingChoice(charity, now));
        List<DonationChange> changes = new ArrayList<>();
        for (Donation each : donations.open(member, version.code())) {
            if (each.at(now).destination().charity().isEmpty()) {
                changes.add(DonationBook.assign(each, Destination.of(charity), now));
            }
        }
        donations.write(changes, DonationRepository.Occasion.at(now));
        audit.record(
                "charity.chosen",
                "member",
                member.toString(),
                null,
                Map.of("program", version.code().value(), "charity", charity.value()));
        return new MemberChoice(version.code(), Optional.of(charity), MemberChoice.State.CHOSEN);
    }

    /**
     * A wish to give points.
     *
     * @param points in the wallet's smallest unit
     * @param program left out, the only one of the member's in which points can be given
     * @param charity left out, the member's standing choice
     */
    public record GivingWish(
            MemberId member, long points, Optional<ProgramCode> program, Optional<CharityCode> charity) {}

    /**
     * Gives points: they leave the member's earliest-expiring lots, and their worth is confirmed to the charity at once.
     *
     * <p>Refuses {@code MEMBER_UNKNOWN} (404), {@code MEMBER_BLOCKED}, {@code MEMBER_MERGED}, {@code NOTHING_TO_GIVE}, {@code PROGRAM_AMBIGUOUS},
     * {@code BELOW_MINIMUM}, {@code NOT_IN_STEPS}, {@code CHARITY_NOT_OFFERED}, {@code CHARITY_CLOSED}, {@code INSUFFICIENT_POINTS} (422).
     */
    public GivenDonation give(GivingWish wish) {
        ledger.lockMember(wish.member());
        Instant now = clock.now();
        ProgramVersion version = one(
                wish.member(), wish.program(), now, giving -> giving.points().isPresent());
        return points.give(wish, version, now);
    }

    /** A member's donations as the clock has them, the latest first, before the given one. Refuses {@code MEMBER_UNKNOWN} (404). */
    public List<Donation> donations(MemberId member, Optional<UUID> before, int most) {
        profile(member);
        Instant now = clock.now();
        UUID from = before.orElse(new UUID(-1, -1));
        return donations.ofMember(member, from, most).stream()
                .map(each -> each.at(now))
                .toList();
    }

    /** What a member has given, by state and funds. */
    public List<CharityTotal> totals(MemberId member) {
        return totals.totals(member, clock.now());
    }

    /** A member's standing choice in each program that gives to charity. Refuses {@code MEMBER_UNKNOWN} (404). */
    public List<MemberChoice> choices(MemberId member) {
        Instant now = clock.now();
        return giving(member, now, Giving::gives).stream()
                .map(version -> choice(member, version))
                .toList();
    }

    private MemberChoice choice(MemberId member, ProgramVersion version) {
        CharityChoice choice = desk.choice(member, version, Optional.empty());
        Optional<CharityCode> last =
                choice.standing().stream().reduce((earlier, later) -> later).map(StandingChoice::charity);
        MemberChoice.State state = last.isEmpty()
                ? MemberChoice.State.NEVER_CHOSEN
                : choice.usable(last.get()) ? MemberChoice.State.CHOSEN : MemberChoice.State.CHOOSE_AGAIN;
        return new MemberChoice(version.code(), last, state);
    }

    private ProgramVersion one(MemberId member, Optional<ProgramCode> program, Instant now, Predicate<Giving> wanted) {
        MemberStatus status = profile(member).status();
        members.refuseMerged(member, status);
        if (status == MemberStatus.BLOCKED) {
            throw new Refusal(MemberRefusal.MEMBER_BLOCKED);
        }
        List<ProgramVersion> fitting = giving(member, now, wanted).stream()
                .filter(version -> program.map(version.code()::equals).orElse(true))
                .toList();
        if (fitting.isEmpty()) {
            throw new Refusal(CharityRefusal.NOTHING_TO_GIVE);
        }
        if (fitting.size() > 1) {
            throw new Refusal(CharityRefusal.PROGRAM_AMBIGUOUS, Map.of("count", fitting.size()));
        }
        return fitting.get(0);
    }

    private List<ProgramVersion> giving(MemberId member, Instant now, Predicate<Giving> wanted) {
        List<ProgramCode> codes = profile(member).enrolments().stream()
                .filter(enrolment -> enrolment.covers(now))
                .map(Enrolment::program)
                .toList();
        return programs.inForce(codes, now).stream()
                .filter(version -> wanted.test(version.document().giving()))
                .toList();
    }

    private MemberProfile profile(MemberId member) {
        return members.profile(member).orElseThrow(() -> new Refusal(MemberRefusal.MEMBER_UNKNOWN));
    }
}
