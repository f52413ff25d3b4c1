package io.steadfast.tills.faces;

import io.steadfast.platform.faces.Formats;
import io.steadfast.platform.faces.FrameBean;
import io.steadfast.platform.faces.Given;
import io.steadfast.platform.faces.PageTexts;
import io.steadfast.platform.faces.Refused;
import io.steadfast.platform.idempotency.PageActions;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.platform.security.CurrentActor;
import io.steadfast.platform.security.Permission;
import io.steadfast.platform.tenancy.CurrentTenant;
import io.steadfast.shared.MemberId;
import io.steadfast.tills.CounterService;
import io.steadfast.tills.core.CounterWork;
import io.steadfast.tills.core.Place;
import io.steadfast.tills.core.SaleSheet;
import io.steadfast.tills.core.TillRefusal;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Reception;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.PhaseId;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Currency;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** The member card's sale and return, what was just done, and its undo. Everything is done once however often it is tapped. */
@Named("counter")
@RequestScoped
public class CounterBean {

    @Inject
    private CounterService service;

    @Inject
    private PageActions actions;

    @Inject
    private TillHere here;

    @Inject
    private CurrentActor actor;

    @Inject
    private CurrentTenant tenant;

    @Inject
    private FrameBean frame;

    @Inject
    private Formats formats;

    @Inject
    private PageTexts t;

    @Inject
    private HttpServletRequest request;

    private String action = PageActions.newId();
    private String receipt = "";
    private String amount = "";
    private @Nullable Optional<CounterWork> done;

    public boolean isServing() {
        return frame.may("STORE_SERVE");
    }

    /** Whether staff record sales here. */
    public boolean isSelling() {
        return isServing() && service.isSellingHere(here.getPlace());
    }

    public String getSource() {
        return here.getPlace().source();
    }

    /** Records a sale of the amount typed. */
    public void sell() throws IOException {
        actor.actor().must(Permission.STORE_SERVE);
        MemberId id = member();
        Currency currency = tenant.tenant().currency();
        SaleSheet.Slip slip = new SaleSheet.Slip(here.getPlace(), receipt, minor(amount, currency), currency);
        once("sale " + id + " " + receipt + " " + amount, () -> service.sell(id, slip), id);
    }

    /** Takes back what was typed, or the whole sale. */
    public void takeBack() throws IOException {
        actor.actor().must(Permission.STORE_SERVE);
        MemberId id = member();
        Place place = here.getPlace();
        Optional<Long> money = amount.isEmpty()
                ? Optional.empty()
                : Optional.of(minor(amount, tenant.tenant().currency()));
        once("return " + id + " " + receipt + " " + amount, () -> service.takeBack(id, receipt, money, place), id);
    }

    /** Takes the work shown as done back. */
    public void undo() throws IOException {
        actor.actor().must(Permission.STORE_SERVE);
        CounterWork work = getDone().orElseThrow(() -> new Refusal(TillRefusal.WORK_UNKNOWN));
        Place place = here.getPlace();
        once("undo " + work.id(), () -> service.undo(work.id(), place), work.member());
    }

    /** Does it once and shows it beside the member. */
    void once(String wish, Callable<CounterWork> effect, MemberId shown) throws IOException {
        String made = actions.once(action, wish, () -> effect.call().id().toString());
        FacesContext.getCurrentInstance()
                .getExternalContext()
                .redirect(request.getContextPath() + "/store/?member=" + shown + "&work=" + made);
    }

    /** What was just done, as the address says. */
    public Optional<CounterWork> getDone() {
        if (done == null) {
            done = isServing() ? given("work").flatMap(CounterBean::id).flatMap(service::find) : Optional.empty();
        }
        return done;
    }

    void forget(@Observes(notifyObserver = Reception.IF_EXISTS) Refused refused) {
        done = null;
    }

    /** Whether undo is offered; a page that offered it says why it came too late. */
    public boolean isUndoable() {
        boolean asked = FacesContext.getCurrentInstance().getCurrentPhaseId() != PhaseId.RENDER_RESPONSE;
        return asked || getDone().filter(service::isUndoable).isPresent();
    }

    /** What was done, with its figures. */
    public String getDoneText() {
        return getDone().map(this::text).orElse("");
    }

    public String getDoneTitle() {
        return getDone().map(work -> t.text("tills", "done." + work.kind())).orElse("");
    }

    private String text(CounterWork work) {
        return t.with(
                "tills",
                "done." + work.kind() + "_text",
                "amount",
                money(work),
                "receipt",
                work.about().map(CounterWork.Receipt::reference).orElse(""),
                "points",
                formats.signed(work.figures().points()));
    }

    private String money(CounterWork work) {
        return work.figures()
                .currency()
                .map(currency -> formats.money(Math.abs(work.figures().amount()), currency))
                .orElse("");
    }

    /** An amount as typed, in minor units. Refuses AMOUNT_NOT_VALID. */
    static long minor(String typed, Currency currency) {
        return Given.smallest(typed, currency.getDefaultFractionDigits(), TillRefusal.AMOUNT_NOT_VALID);
    }

    MemberId member() {
        return given("member")
                .flatMap(CounterBean::id)
                .map(MemberId::new)
                .orElseThrow(() -> new Refusal(TillRefusal.WORK_UNKNOWN));
    }

    Place place() {
        return here.getPlace();
    }

    private Optional<String> given(String name) {
        return Optional.ofNullable(request.getParameter(name));
    }

    static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }

    public String getAction() {
        return action;
    }

    public void setAction(String action) {
        this.action = action;
    }

    public String getReceipt() {
        return receipt;
    }

    public void setReceipt(String receipt) {
        this.receipt = receipt.strip();
    }

    public String getAmount() {
        return amount;
    }

    public void setAmount(String amount) {
        this.amount = amount.strip();
    }
}
