package io.steadfast.rewards.faces;

import io.steadfast.members.MemberService;
import io.steadfast.members.core.Member;
import io.steadfast.platform.faces.FrameBean;
import io.steadfast.platform.idempotency.PageActions;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.platform.security.SecurityRefusal;
import io.steadfast.programs.core.RewardCode;
import io.steadfast.rewards.RedemptionService;
import io.steadfast.rewards.RewardOffer;
import io.steadfast.rewards.RewardService;
import io.steadfast.rewards.core.Redemption;
import io.steadfast.rewards.core.RedemptionState;
import io.steadfast.rewards.core.RewardRefusal;
import io.steadfast.shared.ProgramCode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The page console/reward: what one reward says, its stock, and who had it. */
@Named("rewardPage")
@RequestScoped
public class RewardPageBean {
    private static final int ROWS = 25;

    @Inject
    private RewardService rewards;

    @Inject
    private RedemptionService redemptions;

    @Inject
    private MemberService members;

    @Inject
    private PageActions actions;

    @Inject
    private FrameBean frame;

    @Inject
    private HttpServletRequest request;

    private @Nullable RewardOffer offer;
    private @Nullable List<Row> rows;
    private @Nullable Long change;
    private String action = PageActions.newId();

    /** A redemption with its member's name. */
    public record Row(Redemption redemption, Optional<String> name) {}

    public RewardOffer getOffer() {
        if (offer == null) {
            mustHave("PROGRAMS_VIEW");
            try {
                offer = rewards.offer(Optional.of(new ProgramCode(given("program"))), new RewardCode(given("code")));
            } catch (IllegalArgumentException noCode) {
                throw new Refusal(RewardRefusal.REWARD_UNKNOWN);
            }
        }
        return offer;
    }

    /** One page of who had it, and one row more where there is another. */
    private List<Row> read() {
        if (rows == null) {
            mustHave("MEMBERS_VIEW");
            rows = rewards
                    .redemptionsOf(
                            getOffer().version().code(), getOffer().reward().code(), id(given("after")), ROWS + 1)
                    .stream()
                    .map(each -> new Row(
                            each,
                            members.find(each.member()).map(Member::person).flatMap(person -> person.name())))
                    .toList();
        }
        return rows;
    }

    public List<Row> getRows() {
        return read().stream().limit(ROWS).toList();
    }

    /** Where the next page begins; empty on the last one. */
    public Optional<UUID> getNext() {
        return read().size() > ROWS
                ? Optional.of(read().get(ROWS - 1).redemption().id())
                : Optional.empty();
    }

    public boolean isFirst() {
        return id(given("after")).isEmpty();
    }

    public @Nullable Long getChange() {
        return change;
    }

    public void setChange(@Nullable Long change) {
        this.change = change;
    }

    public String getAction() {
        return action;
    }

    public void setAction(String action) {
        this.action = action;
    }

    /** Puts so many in stock, once however often it is pressed. */
    public void supply() {
        mustHave("REWARDS_EDIT");
        RewardOffer now = getOffer();
        long wanted = Optional.ofNullable(change).orElse(0L);
        if (wanted != 0) {
            actions.once(
                    action,
                    now.version().code() + "/" + now.reward().code() + " " + wanted,
                    () -> rewards.supply(
                                    Optional.of(now.version().code()),
                                    now.reward().code(),
                                    wanted)
                            .reward()
                            .code()
                            .value());
        }
        change = null;
        action = PageActions.newId();
        offer = null;
    }

    public boolean mayBecome(Row row, String state) {
        return frame.may("POINTS_REDEEM") && row.redemption().state().mayBecome(RedemptionState.valueOf(state));
    }

    public void become(Row row, String state) {
        mustHave("POINTS_REDEEM");
        redemptions.fulfil(row.redemption().id(), RedemptionState.valueOf(state), "FULFILMENT");
        rows = null;
    }

    private String given(String name) {
        return Optional.ofNullable(request.getParameter(name)).orElse("");
    }

    private static Optional<UUID> id(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }

    private void mustHave(String permission) {
        if (!frame.may(permission)) {
            throw new Refusal(SecurityRefusal.NOT_PERMITTED);
        }
    }
}
