package io.steadfast.vouchers.faces;

import io.steadfast.platform.faces.FrameBean;
import io.steadfast.platform.faces.Given;
import io.steadfast.platform.faces.Refused;
import io.steadfast.platform.idempotency.PageActions;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.platform.security.CurrentActor;
import io.steadfast.platform.security.SecurityRefusal;
import io.steadfast.shared.MemberId;
import io.steadfast.vouchers.VoucherService;
import io.steadfast.vouchers.VoucherUse;
import io.steadfast.vouchers.core.Voucher;
import io.steadfast.vouchers.core.VoucherOrder;
import io.steadfast.vouchers.core.VoucherRefusal;
import io.steadfast.vouchers.core.VoucherState;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Reception;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Vouchers on the store's member card: those that can be used now, and using one for a receipt. */
@Named("tillVouchers")
@RequestScoped
public class TillVouchersBean {
    private static final int LOOKED_AT = 50;
    private static final int SHOWN = 8;

    @Inject
    private VoucherService vouchers;

    @Inject
    private VoucherTexts texts;

    @Inject
    private PageActions actions;

    @Inject
    private CurrentActor actor;

    @Inject
    private FrameBean frame;

    @Inject
    private HttpServletRequest request;

    private @Nullable List<Voucher> usable;
    private @Nullable Optional<Voucher> used;
    private String code = "";
    private String receipt = "";
    private String amount = "";
    private String purchase = "";
    private String action = PageActions.newId();

    /** Those that can be used now, the newest first. */
    public List<Voucher> getUsable() {
        if (usable == null) {
            usable = frame.may("MEMBERS_VIEW")
                    ? member().map(id -> vouchers.ofMember(id, Optional.empty(), LOOKED_AT)).orElse(List.of()).stream()
                            .filter(this::isUsable)
                            .limit(SHOWN)
                            .toList()
                    : List.of();
        }
        return usable;
    }

    /** The reason comes with the vouchers as they are by then. */
    void forget(@Observes(notifyObserver = Reception.IF_EXISTS) Refused refused) {
        usable = null;
        used = null;
    }

    private boolean isUsable(Voucher voucher) {
        VoucherState state = texts.state(voucher);
        return state == VoucherState.ACTIVE || state == VoucherState.PARTLY_USED;
    }

    public boolean isAllowed() {
        return frame.may("VOUCHERS_USE");
    }

    /** The code tapped or typed. */
    public String getCode() {
        return code.isEmpty() ? given("voucher").orElse("") : code;
    }

    public void setCode(String code) {
        this.code = code.strip();
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

    /** What the purchase comes to before the voucher. */
    public String getPurchase() {
        return purchase;
    }

    public void setPurchase(String purchase) {
        this.purchase = purchase.strip();
    }

    public String getAction() {
        return action;
    }

    public void setAction(String action) {
        this.action = action;
    }

    /** The voucher that was just used, as the address says. */
    public Optional<Voucher> getUsed() {
        if (used == null) {
            used = given("used").filter(code -> isAllowed()).flatMap(vouchers::find);
        }
        return used;
    }

    /** Uses a voucher for a receipt, once however often it is tapped, and shows what remains. */
    public void use() throws IOException {
        if (!isAllowed()) {
            throw new Refusal(SecurityRefusal.NOT_PERMITTED);
        }
        Voucher voucher = vouchers.get(getCode());
        VoucherUse use = new VoucherUse(
                new VoucherOrder(source(), receipt), minorUnits(voucher, amount), minorUnits(voucher, purchase));
        String used = actions.once(
                action,
                voucher.code().value() + " " + receipt + " " + amount + " " + purchase,
                () -> vouchers.use(voucher.code().value(), use).code().value());
        FacesContext.getCurrentInstance()
                .getExternalContext()
                .redirect(request.getContextPath() + "/store/?member="
                        + given("member").orElse("") + "&used=" + used);
    }

    private static Optional<Long> minorUnits(Voucher voucher, String typed) {
        if (typed.isEmpty()) {
            return Optional.empty();
        }
        int digits = voucher.currency().map(Currency::getDefaultFractionDigits).orElse(2);
        long amount = Given.smallest(typed, digits, VoucherRefusal.AMOUNT_NOT_MONEY);
        // Less than nothing would come on top of what the order counts for.
        if (amount < 0) {
            throw new Refusal(VoucherRefusal.AMOUNT_NOT_MONEY);
        }
        return Optional.of(amount);
    }

    /** Receipts are numbered by store. */
    private String source() {
        return actor.actor().stores().size() == 1
                ? actor.actor().stores().iterator().next()
                : "store";
    }

    private Optional<MemberId> member() {
        try {
            return given("member").map(UUID::fromString).map(MemberId::new);
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }

    private Optional<String> given(String name) {
        return Optional.ofNullable(request.getParameter(name));
    }
}
