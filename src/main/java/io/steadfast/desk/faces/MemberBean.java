package io.steadfast.desk.faces;

import io.steadfast.desk.DeskService;
import io.steadfast.desk.ExpiryCalendar;
import io.steadfast.desk.Holding;
import io.steadfast.desk.OfficeService;
import io.steadfast.desk.OpenLot;
import io.steadfast.desk.StatementLine;
import io.steadfast.members.MemberService;
import io.steadfast.members.core.IdentityKind;
import io.steadfast.members.core.Member;
import io.steadfast.members.core.MemberRefusal;
import io.steadfast.platform.faces.FrameBean;
import io.steadfast.platform.faces.PageTexts;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.platform.security.SecurityRefusal;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The page console/member: who it is, what they have, and every entry with its why. */
@Named("memberPage")
@RequestScoped
public class MemberBean {
    private static final int ENTRIES = 100;

    @Inject
    private MemberService members;

    @Inject
    private DeskService desk;

    @Inject
    private OfficeService office;

    @Inject
    private FrameBean frame;

    @Inject
    private HttpServletRequest request;

    @Inject
    private PageTexts t;

    private @Nullable Member member;
    private @Nullable List<OpenLot> lots;
    private @Nullable List<Member> cameWith;
    private @Nullable List<ExpiryCalendar> calendar;

    public Member getMember() {
        if (member == null) {
            if (!frame.may("MEMBERS_VIEW")) {
                throw new Refusal(SecurityRefusal.NOT_PERMITTED);
            }
            member = StoreBean.id(request.getParameter("id"))
                    .flatMap(members::find)
                    .orElseThrow(() -> new Refusal(MemberRefusal.MEMBER_UNKNOWN));
            if ("GET".equals(request.getMethod())) {
                office.viewed(member.id(), "console");
            }
        }
        return member;
    }

    public String getName() {
        return getMember().person().name().orElseGet(() -> t.text("desk", "no_name"));
    }

    /** What the member is called into whom this one was merged. */
    public String getSurvivorName() {
        return getMember()
                .mergedInto()
                .flatMap(members::find)
                .flatMap(survivor -> survivor.person().name())
                .orElseGet(() -> t.text("desk", "no_name"));
    }

    /** Who was merged into this one: their story stands on their own pages. */
    public List<Member> getCameWith() {
        if (cameWith == null) {
            cameWith = office.mergedInto(getMember().id());
        }
        return cameWith;
    }

    public List<Holding> getHoldings() {
        return desk.holdings(getMember().id());
    }

    public List<StatementLine> getStatement() {
        return desk.statement(getMember().id(), ENTRIES, frame.getLanguage());
    }

    public List<OpenLot> getLots() {
        if (lots == null) {
            lots = desk.lots(getMember().id());
        }
        return lots;
    }

    /** What lapses when. */
    public List<ExpiryCalendar> getCalendar() {
        if (calendar == null) {
            calendar = desk.calendar(getMember().id());
        }
        return calendar;
    }

    /** The kinds of identity the member has. */
    public List<IdentityKind> getKinds() {
        return Arrays.stream(IdentityKind.values())
                .filter(kind -> getMember().identity(kind).isPresent())
                .toList();
    }

    public String identity(IdentityKind kind) {
        return getMember().identity(kind).orElse("");
    }
}
