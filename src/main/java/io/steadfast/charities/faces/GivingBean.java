package io.steadfast.charities.faces;

import io.steadfast.charities.CharityService;
import io.steadfast.charities.SettlementService;
import io.steadfast.charities.core.Charity;
import io.steadfast.charities.core.CharityTotal;
import io.steadfast.charities.core.DonationState;
import io.steadfast.charities.core.Settlement;
import io.steadfast.platform.faces.FrameBean;
import io.steadfast.platform.faces.PageTexts;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.platform.security.SecurityRefusal;
import io.steadfast.programs.core.CharityCode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The page console/giving: what stands for each charity, and what can be paid now. */
@Named("givingPage")
@RequestScoped
public class GivingBean {

    private static final int ROWS = 50;

    @Inject
    private CharityService charities;

    @Inject
    private SettlementService settlements;

    @Inject
    private FrameBean frame;

    @Inject
    private GivingWords given;

    @Inject
    private PageTexts t;

    @Inject
    private HttpServletRequest request;

    private @Nullable List<Charity> read;
    private @Nullable List<CharityTotal> totals;

    /** A charity with what stands for it. */
    public record Row(Charity charity, List<CharityTotal> totals, boolean payable) {}

    private List<Charity> charities() {
        if (read == null) {
            if (!frame.may("REPORTS_VIEW")) {
                throw new Refusal(SecurityRefusal.NOT_PERMITTED);
            }
            read = charities.list(after(), ROWS + 1);
        }
        return read;
    }

    private String after() {
        return Optional.ofNullable(request.getParameter("after")).orElse("");
    }

    /** What stands for the charities shown, and what waits for a choice. */
    public List<CharityTotal> getTotals() {
        if (totals == null) {
            totals = charities.totalsWithWaiting(
                    charities().stream().limit(ROWS).map(Charity::code).toList());
        }
        return totals;
    }

    public List<CharityTotal> getWaiting() {
        return getTotals().stream().filter(total -> total.charity().isEmpty()).toList();
    }

    public List<Row> getRows() {
        return charities().stream().limit(ROWS).map(this::row).toList();
    }

    private Row row(Charity charity) {
        List<CharityTotal> own = getTotals().stream()
                .filter(total -> total.charity().equals(Optional.of(charity.code())))
                .toList();
        boolean payable = charity.open()
                && own.stream().anyMatch(total -> total.state() == DonationState.CONFIRMED)
                && frame.may("SETTLEMENTS_RUN");
        return new Row(charity, own, payable);
    }

    /** Where the next page begins; empty on the last one. */
    public Optional<CharityCode> getNext() {
        return charities().size() > ROWS ? Optional.of(charities().get(ROWS - 1).code()) : Optional.empty();
    }

    public boolean isFirst() {
        return after().isEmpty();
    }

    /** Pays what is confirmed for a charity. */
    public void settle(CharityCode code) {
        if (!frame.may("SETTLEMENTS_RUN")) {
            throw new Refusal(SecurityRefusal.NOT_PERMITTED);
        }
        Settlement made = settlements.settle(code);
        read = null;
        totals = null;
        FacesContext.getCurrentInstance()
                .addMessage(
                        null,
                        new FacesMessage(t.with(
                                "charities",
                                "settled_now",
                                "number",
                                Long.toString(made.number()),
                                "money",
                                given.paid(made),
                                "charity",
                                made.name().in(frame.getLocale()))));
    }
}
