package io.steadfast.referrals.faces;

import io.steadfast.members.MemberService;
import io.steadfast.platform.faces.Formats;
import io.steadfast.platform.faces.FrameBean;
import io.steadfast.platform.faces.PageTexts;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.platform.security.SecurityRefusal;
import io.steadfast.programs.ProgramService;
import io.steadfast.referrals.CodeService;
import io.steadfast.referrals.ReferralService;
import io.steadfast.referrals.core.Friendship;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.ProgramCode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A part of the page console/member: the member's codes and the friends who came with them. */
@Named("memberFriends")
@RequestScoped
public class MemberFriendsBean {
    private static final int ROWS = 20;
    private static final String BUNDLE = "referrals";

    @Inject
    private ReferralService referrals;

    @Inject
    private CodeService codes;

    @Inject
    private MemberService members;

    @Inject
    private ProgramService programs;

    @Inject
    private FrameBean frame;

    @Inject
    private Formats formats;

    @Inject
    private PageTexts t;

    @Inject
    private HttpServletRequest request;

    private @Nullable List<CodeService.OwnCode> own;
    private @Nullable List<Friendship> friends;

    /** One for each program whose members bring friends; empty where none does. */
    public List<CodeService.OwnCode> getCodes() {
        if (own == null) {
            own = member().map(codes::codes).orElse(List.of());
        }
        return own;
    }

    /** Who joined last first. */
    public List<Friendship> getFriends() {
        if (friends == null) {
            friends = member().map(id -> referrals.friends(id, Optional.empty(), ROWS))
                    .orElse(List.of());
        }
        return friends;
    }

    public boolean isShown() {
        return !getCodes().isEmpty() || !getFriends().isEmpty();
    }

    public String program(ProgramCode code) {
        return programs.find(code)
                .map(summary -> summary.document().basics().name().in(frame.getLocale()))
                .orElse(code.value());
    }

    public String name(Friendship one) {
        return members.find(one.friend())
                .flatMap(friend -> friend.person().name())
                .orElseGet(() -> t.text("desk", "no_name"));
    }

    /** Where it stands, in a sentence. */
    public String meaning(Friendship one) {
        return switch (one.state()) {
            case JOINED -> t.with(BUNDLE, "meaning.JOINED", "day", formats.day(one.joinedAt()));
            case ORDERED ->
                one.dueAt()
                        .map(due -> t.with(BUNDLE, "meaning.ORDERED", "day", formats.day(due)))
                        .orElseGet(() -> t.text(BUNDLE, "meaning.ORDERED.undelivered"));
            case REWARDED -> rewarded(one);
            case TAKING_BACK, TAKEN_BACK -> t.text(BUNDLE, "meaning.TAKEN_BACK");
        };
    }

    private String rewarded(Friendship one) {
        if (one.referrerReward().points() > 0) {
            return t.with(
                    BUNDLE,
                    "meaning.REWARDED",
                    "points",
                    formats.number(one.referrerReward().points()));
        }
        String reasons = one.referrerReward().skipped().stream()
                .map(reason -> t.text("accrual", reason))
                .reduce((first, second) -> first + "; " + second)
                .orElse("");
        return t.with(BUNDLE, "meaning.REWARDED.nothing", "reasons", reasons);
    }

    public String tone(Friendship one) {
        return switch (one.state()) {
            case JOINED -> "";
            case ORDERED -> "when";
            case REWARDED -> one.referrerReward().points() > 0 ? "gain" : "warn";
            case TAKING_BACK, TAKEN_BACK -> "danger";
        };
    }

    private Optional<MemberId> member() {
        if (!frame.may("MEMBERS_VIEW")) {
            throw new Refusal(SecurityRefusal.NOT_PERMITTED);
        }
        try {
            return Optional.ofNullable(request.getParameter("id"))
                    .map(UUID::fromString)
                    .map(MemberId::new);
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }
}
