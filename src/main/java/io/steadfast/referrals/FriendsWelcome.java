package io.steadfast.referrals;

import io.steadfast.members.FriendJoins;
import io.steadfast.members.KnownIdentities;
import io.steadfast.members.MemberService;
import io.steadfast.members.core.MemberStatus;
import io.steadfast.platform.audit.AuditTrail;
import io.steadfast.platform.persistence.Ids;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.platform.time.TenantClock;
import io.steadfast.programs.ProgramService;
import io.steadfast.referrals.core.ReferralRefusal;
import io.steadfast.referrals.core.SamePerson;
import io.steadfast.referrals.store.ReferralRepository;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.ProgramCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Map;

/** Notes who brought somebody as they join, and refuses whoever brings themselves or isn't new. */
@ApplicationScoped
class FriendsWelcome {

    @Inject
    private CodeDesk codes;

    @Inject
    private ReferralRepository referrals;

    @Inject
    private ProgramService programs;

    @Inject
    private MemberService members;

    @Inject
    private KnownIdentities identities;

    @Inject
    private TenantClock clock;

    @Inject
    private AuditTrail audit;

    void joins(@Observes FriendJoins joining) {
        // A program that isn't there is refused by the enrolment itself.
        if (programs.find(joining.program()).isPresent()) {
            welcome(joining);
        }
    }

    private void welcome(FriendJoins joining) {
        refuseNotOffered(joining.program());
        MemberId referrer = codes.owner(joining.program(), joining.code())
                .filter(owner -> isIn(owner, joining.program()))
                .orElseThrow(() -> new Refusal(ReferralRefusal.REFERRAL_CODE_UNKNOWN));
        if (referrer.equals(joining.friend())) {
            throw new Refusal(ReferralRefusal.REFERRAL_OF_ONESELF);
        }
        boolean toldBefore = referrals
                .ofFriend(joining.friend(), joining.program())
                .filter(known -> known.referrer().equals(referrer))
                .isPresent();
        if (toldBefore) {
            return;
        }
        boolean isNew = joining.earlier().stream()
                .noneMatch(enrolment -> enrolment.program().equals(joining.program()));
        if (!isNew) {
            throw new Refusal(ReferralRefusal.REFERRAL_NOT_NEW);
        }
        SamePerson.refusal(joining.identities(), identities.ever(referrer)).ifPresent(reason -> {
            throw new Refusal(reason);
        });
        keep(joining, referrer);
    }

    private void keep(FriendJoins joining, MemberId referrer) {
        referrals.add(
                Ids.next(),
                joining.program(),
                referrer,
                joining.friend(),
                new ReferralRepository.Joined(joining.at(), clock.now()));
        audit.record(
                "member.referred",
                "member",
                joining.friend().toString(),
                null,
                Map.of(
                        "referrer",
                        referrer.toString(),
                        "program",
                        joining.program().value()));
    }

    private void refuseNotOffered(ProgramCode program) {
        boolean offered = programs.inForce(program, clock.now())
                .flatMap(version -> version.document().referral())
                .isPresent();
        if (!offered) {
            throw new Refusal(ReferralRefusal.REFERRAL_NOT_OFFERED);
        }
    }

    private boolean isIn(MemberId owner, ProgramCode program) {
        return members.find(owner)
                .filter(member -> member.status() == MemberStatus.ACTIVE)
                .filter(member -> member.enrolments().stream()
                        .anyMatch(enrolment -> enrolment.program().equals(program)
                                && enrolment.leftAt().isEmpty()))
                .isPresent();
    }
}
