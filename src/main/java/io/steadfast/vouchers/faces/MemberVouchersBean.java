package io.steadfast.vouchers.faces;

import io.steadfast.platform.faces.FrameBean;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.platform.security.SecurityRefusal;
import io.steadfast.shared.MemberId;
import io.steadfast.vouchers.VoucherService;
import io.steadfast.vouchers.core.Voucher;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The vouchers on the page console/member, the newest first. */
@Named("memberVouchers")
@RequestScoped
public class MemberVouchersBean {
    private static final int SHOWN = 12;

    @Inject
    private VoucherService vouchers;

    @Inject
    private FrameBean frame;

    @Inject
    private HttpServletRequest request;

    private @Nullable List<Voucher> all;

    public List<Voucher> getAll() {
        if (all == null) {
            if (!frame.may("MEMBERS_VIEW")) {
                throw new Refusal(SecurityRefusal.NOT_PERMITTED);
            }
            all = member().map(id -> vouchers.ofMember(id, Optional.empty(), SHOWN))
                    .orElse(List.of());
        }
        return all;
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
