package io.steadfast.designer.faces;

import io.steadfast.accrual.TrialService;
import io.steadfast.accrual.core.OrderLine;
import io.steadfast.members.MemberService;
import io.steadfast.members.core.Member;
import io.steadfast.platform.faces.FrameBean;
import io.steadfast.shared.MemberId;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Real life to try a program on: a past order by its name, a member by a search. Only for people who may see members. */
@Named("trialLife")
@RequestScoped
public class TrialLifeBean {

    private static final int MOST = 30;
    private static final String BETWEEN = " / ";

    @Inject
    private DraftsBean drafts;

    @Inject
    private TrialService trials;

    @Inject
    private MemberService members;

    @Inject
    private FrameBean frame;

    private @Nullable Optional<TrialService.PastOrder> past;
    private @Nullable Optional<Member> member;

    public boolean isAllowed() {
        return frame.may("MEMBERS_VIEW");
    }

    /** The past order that is named, as in {@code till / 1001}; empty for a made-up basket. */
    public String getChosen() {
        return isAllowed() ? drafts.parameter("order").strip() : "";
    }

    /** The latest orders, to choose from. */
    public List<TrialService.PastOrder> getLatest() {
        return isAllowed() ? trials.latest(drafts.code(), MOST) : List.of();
    }

    public String name(TrialService.PastOrder one) {
        return one.order().source() + BETWEEN + one.order().reference();
    }

    /** What an order cost, in minor units of its currency. */
    public long amount(TrialService.PastOrder one) {
        return one.order().lines().stream().mapToLong(OrderLine::amount).sum();
    }

    /** The lines of the past order that is named. */
    public List<OrderLine> getLines() {
        return past().map(one -> one.order().lines()).orElse(List.of());
    }

    public Currency getCurrency() {
        return past().map(one -> one.order().currency())
                .orElseGet(() -> drafts.document().basics().currency());
    }

    Optional<TrialService.PastOrder> past() {
        if (past == null) {
            int between = getChosen().indexOf('/');
            past = between < 0
                    ? Optional.empty()
                    : trials.past(
                            drafts.code(),
                            getChosen().substring(0, between).strip(),
                            getChosen().substring(between + 1).strip());
        }
        return past;
    }

    public boolean isPast() {
        return past().isPresent();
    }

    /** Whether an order is named that isn't there. */
    public boolean isMissing() {
        return !getChosen().isEmpty() && past().isEmpty();
    }

    /** What is looked for among the members. */
    public String getFind() {
        return isAllowed() ? drafts.parameter("find").strip() : "";
    }

    public List<Member> getFound() {
        return getFind().isEmpty() ? List.of() : members.search(getFind()).members();
    }

    /** The real member who is chosen; only one who is found by what is looked for, so that the page can name them. */
    public Optional<Member> getMember() {
        if (member == null) {
            String wanted = drafts.parameter("member");
            member = getFound().stream()
                    .filter(one -> one.id().toString().equals(wanted))
                    .findFirst();
        }
        return member;
    }

    Optional<MemberId> member() {
        return getMember().map(Member::id);
    }

    public boolean isChosen(Member one) {
        return getMember().map(Member::id).equals(Optional.of(one.id()));
    }

    /** What people call a member: the name, or where there is none what the shop calls them. */
    public String name(Member one) {
        return one.person().name().orElseGet(() -> one.id().toString());
    }
}
