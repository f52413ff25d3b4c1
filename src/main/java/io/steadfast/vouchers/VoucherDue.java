package io.steadfast.vouchers;

import io.steadfast.platform.jobs.DueWork;
import io.steadfast.platform.jobs.Pace;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;

/** Vouchers that became usable or expired; reads are right without it. */
@ApplicationScoped
public class VoucherDue implements DueWork {

    @EJB
    private VoucherService vouchers;

    @Inject
    private Pace pace;

    @Override
    public String kind() {
        return "voucher_dates";
    }

    @Override
    public Optional<Instant> nextDue() {
        return vouchers.nextDue();
    }

    @Override
    public void runDue(Instant upTo) {
        pace.chunks(() -> vouchers.bookSome(upTo));
    }
}
