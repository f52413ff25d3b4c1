package io.steadfast.charities.faces;

import io.steadfast.charities.CharityService;
import io.steadfast.charities.DonationService;
import io.steadfast.charities.MemberChoice;
import io.steadfast.charities.core.CharityTotal;
import io.steadfast.charities.core.Donation;
import io.steadfast.charities.core.DonationState;
import io.steadfast.platform.faces.FrameBean;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.platform.security.SecurityRefusal;
import io.steadfast.programs.core.CharityCode;
import io.steadfast.shared.MemberId;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Giving on the page console/member: whom the member chose, and what stands for whom. */
@Named("memberGiving")
@RequestScoped
public class MemberGivingBean {

    private static final int DONATIONS = 12;
    private static final int CHARITIES = 200;

    @Inject
    private DonationService donations;

    @Inject
    private CharityService charities;

    @Inject
    private FrameBean frame;

    @Inject
    private GivingWords given;

    @Inject
    private HttpServletRequest request;

    private @Nullable List<Donation> all;
    private @Nullable List<MemberChoice> choices;
    private @Nullable Map<CharityCode, String> names;

    /** What stands, the latest first. */
    public List<Donation> getAll() {
        if (all == null) {
            if (!frame.may("MEMBERS_VIEW")) {
                throw new Refusal(SecurityRefusal.NOT_PERMITTED);
            }
            all =
                    member()
                            .map(member -> donations.donations(member, Optional.empty(), DONATIONS))
                            .orElse(List.of())
                            .stream()
                            .filter(donation -> donation.state() != DonationState.REVERSED)
                            .toList();
        }
        return all;
    }

    public List<MemberChoice> getChoices() {
        if (choices == null) {
            choices = member().map(donations::choices).orElse(List.of());
        }
        return choices;
    }

    public boolean isShown() {
        return !getAll().isEmpty() || !getChoices().isEmpty();
    }

    public List<CharityTotal> getTotals() {
        return member().map(donations::totals).orElse(List.of());
    }

    /** The register's names in the reader's language. */
    public Map<CharityCode, String> getNames() {
        if (names == null) {
            Map<CharityCode, String> read = new LinkedHashMap<>();
            charities.list("", CHARITIES).forEach(charity -> read.put(charity.code(), given.name(charity)));
            names = read;
        }
        return names;
    }

    private Optional<MemberId> member() {
        try {
            return Optional.ofNullable(request.getParameter("id"))
                    .map(UUID::fromString)
                    .map(MemberId::new);
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }
}
