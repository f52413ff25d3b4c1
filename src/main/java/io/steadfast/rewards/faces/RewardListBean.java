package io.steadfast.rewards.faces;

import io.steadfast.platform.faces.FrameBean;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.platform.security.SecurityRefusal;
import io.steadfast.platform.time.TenantClock;
import io.steadfast.rewards.RewardOffer;
import io.steadfast.rewards.RewardService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The page console/rewards: every reward of the programs in force, with stock and how many were given. */
@Named("rewardList")
@RequestScoped
public class RewardListBean {

    @Inject
    private RewardService rewards;

    @Inject
    private RewardWords words;

    @Inject
    private FrameBean frame;

    @Inject
    private TenantClock clock;

    private @Nullable List<RewardOffer> all;

    public List<RewardOffer> getAll() {
        if (all == null) {
            if (!frame.may("PROGRAMS_VIEW")) {
                throw new Refusal(SecurityRefusal.NOT_PERMITTED);
            }
            all = rewards.catalogue(Optional.empty());
        }
        return all;
    }

    /** {@code open}, {@code later} or {@code over}. */
    public String window(RewardOffer offer) {
        return words.window(
                offer,
                clock.now().atZone(offer.version().document().basics().zone()).toLocalDate());
    }

    public String windowTone(RewardOffer offer) {
        return switch (window(offer)) {
            case "open" -> "gain";
            case "later" -> "when";
            default -> "";
        };
    }
}
