package io.steadfast.referrals;

import io.steadfast.members.MemberService;
import io.steadfast.members.core.Enrolment;
import io.steadfast.members.core.Member;
import io.steadfast.members.core.MemberRefusal;
import io.steadfast.platform.refusals.FieldErrors;
import io.steadfast.platform.refusals.FieldReason;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.platform.time.TenantClock;
import io.steadfast.programs.ProgramService;
import io.steadfast.programs.core.ProgramVersion;
import io.steadfast.referrals.core.ReferralRefusal;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.ProgramCode;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** The door of members' codes. */
@Stateless
public class CodeService {

    @Inject
    private CodeDesk codes;

    @Inject
    private MemberService members;

    @Inject
    private ProgramService programs;

    @Inject
    private TenantClock clock;

    /** A member's code in a program. */
    public record OwnCode(ProgramCode program, String code) {}

    /** A member's codes, one for each program they are in whose members bring friends; made on the first look. */
    public List<OwnCode> codes(MemberId member) {
        Member known = members.find(member).orElseThrow(() -> new Refusal(MemberRefusal.MEMBER_UNKNOWN));
        List<ProgramCode> joined = known.enrolments().stream()
                .filter(enrolment -> enrolment.leftAt().isEmpty())
                .map(Enrolment::program)
                .distinct()
                .toList();
        return programs.inForce(joined, clock.now()).stream()
                .filter(version -> version.document().referral().isPresent())
                .map(ProgramVersion::code)
                .map(program -> new OwnCode(program, codes.codeOf(member, program)))
                .toList();
    }

    /** Whether somebody has this code in the program, however it is typed. */
    public boolean isKnown(ProgramCode program, String typed) {
        return codes.owner(program, typed).isPresent();
    }

    /**
     * The member's code in the program, or in the only one whose members bring friends.
     *
     * <p>Refuses {@code MEMBER_UNKNOWN} (404), {@code REFERRAL_NOT_OFFERED} (422), and a program that must be named (400).
     */
    public OwnCode code(MemberId member, Optional<ProgramCode> program) {
        List<OwnCode> all = codes(member).stream()
                .filter(each -> program.isEmpty() || program.get().equals(each.program()))
                .toList();
        if (all.size() > 1) {
            throw FieldErrors.one("program", FieldReason.REQUIRED);
        }
        return all.stream().findFirst().orElseThrow(() -> new Refusal(ReferralRefusal.REFERRAL_NOT_OFFERED));
    }
}
