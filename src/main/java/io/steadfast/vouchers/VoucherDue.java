package io.steadfast.vouchers;

import io.steadfast.platform.jobs.DueWork;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;

/** Vouchers that became usable or expired; reads are right without it. */
@ApplicationScoped
public class VoucherDue implements DueWork {

    @EJB
    private VoucherService vouchers;

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
        boolean more = true;
        while (more) {
            more = vouchers.bookSome(upTo);
        }
    }
}
