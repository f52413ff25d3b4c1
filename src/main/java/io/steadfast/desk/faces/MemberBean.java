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
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The page console/member: who it is, what they have, and every entry with its why. */
@Named("memberPage")
@RequestScoped
public class MemberBean {
    private static final int ENTRIES = 50;

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
    private @Nullable List<StatementLine> statement;
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
        List<StatementLine> lines = lines();
        return lines.subList(0, Math.min(lines.size(), ENTRIES));
    }

    /** The number of the entry before which there are more; empty where the story begins on this page. */
    public String getOlder() {
        List<StatementLine> lines = lines();
        return lines.size() > ENTRIES ? Long.toString(lines.get(ENTRIES - 1).seq()) : "";
    }

    /** Whether the statement begins with the newest entry. */
    public boolean isNewest() {
        return before().isEmpty();
    }

    /** One more than is shown, which says whether there is more. */
    private List<StatementLine> lines() {
        if (statement == null) {
            statement = desk.statement(getMember().id(), before(), ENTRIES + 1, frame.getLanguage());
        }
        return statement;
    }

    private Optional<Long> before() {
        return Optional.ofNullable(request.getParameter("before"))
                .filter(text -> text.matches("[0-9]{1,18}"))
                .map(Long::valueOf);
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
