package io.steadfast.vouchers.faces;

import io.steadfast.members.MemberService;
import io.steadfast.platform.faces.FrameBean;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.platform.refusals.RefusalTexts;
import io.steadfast.platform.security.SecurityRefusal;
import io.steadfast.vouchers.VoucherHistory;
import io.steadfast.vouchers.VoucherService;
import io.steadfast.vouchers.core.Voucher;
import io.steadfast.vouchers.core.VoucherEvent;
import io.steadfast.vouchers.core.VoucherState;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The page console/vouchers: finds a code, shows what happened to it, and blocks it. */
@Named("voucherPage")
@RequestScoped
public class VoucherPageBean {

    @Inject
    private VoucherService vouchers;

    @Inject
    private VoucherTexts texts;

    @Inject
    private MemberService members;

    @Inject
    private FrameBean frame;

    @Inject
    private HttpServletRequest request;

    private @Nullable Optional<VoucherHistory> found;
    private String trouble = "";

    /** What is looked for; empty before anybody asked. */
    public String getCode() {
        return Optional.ofNullable(request.getParameter("code"))
                .map(String::strip)
                .orElse("");
    }

    public Optional<VoucherHistory> getFound() {
        if (found == null) {
            mustHave("MEMBERS_VIEW");
            found = getCode().isEmpty() ? Optional.empty() : look();
        }
        return found;
    }

    private Optional<VoucherHistory> look() {
        try {
            return Optional.of(vouchers.history(getCode()));
        } catch (Refusal refusal) {
            trouble = RefusalTexts.text(refusal.reason(), refusal.details(), frame.getLocale());
            return Optional.empty();
        }
    }

    /** Why nothing was found; empty when something was. */
    public String getTrouble() {
        getFound();
        return trouble;
    }

    public Voucher getVoucher() {
        return getFound().orElseThrow().voucher();
    }

    /** The latest first. */
    public List<VoucherEvent> getEvents() {
        List<VoucherEvent> events = new ArrayList<>(getFound().orElseThrow().events());
        Collections.reverse(events);
        return events;
    }

    public Optional<String> getMember() {
        return members.find(getVoucher().member())
                .flatMap(member -> member.person().name());
    }

    public boolean isBlockable() {
        VoucherState state = texts.state(getVoucher());
        return frame.may("VOUCHERS_USE") && !state.isOver() && state != VoucherState.BLOCKED;
    }

    public boolean isUnblockable() {
        return frame.may("VOUCHERS_USE") && texts.state(getVoucher()) == VoucherState.BLOCKED;
    }

    public void block() {
        mustHave("VOUCHERS_USE");
        vouchers.block(getCode(), "LOST");
        found = null;
    }

    public void unblock() {
        mustHave("VOUCHERS_USE");
        vouchers.unblock(getCode(), "FOUND");
        found = null;
    }

    private void mustHave(String permission) {
        if (!frame.may(permission)) {
            throw new Refusal(SecurityRefusal.NOT_PERMITTED);
        }
    }
}
