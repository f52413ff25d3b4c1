package io.steadfast.accrual;

import io.steadfast.accrual.core.Judgement;
import io.steadfast.accrual.core.Order;
import io.steadfast.accrual.core.OrderDonation;
import io.steadfast.accrual.core.ProgramJudgement;
import io.steadfast.accrual.core.Receipt;
import io.steadfast.accrual.core.ReturnedParts;
import io.steadfast.shared.Money;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Follows only orders that give to the charity {@code sample}: one unit of money while anything of the order stands. */
@ApplicationScoped
public class SampleFollower implements OrderFollower {

    static final String CHARITY = "sample";

    @Override
    public Followed follow(SettledOrder settled) {
        Optional<OrderDonation> donation =
                settled.present().donation().filter(each -> each.charity().equals(CHARITY));
        if (donation.isEmpty() || settled.judgement().isEmpty()) {
            return Followed.NOTHING;
        }
        Judgement judgement = settled.judgement().get();
        Order present = judgement.order().asIn(settled.present());
        String state = settled.cancelled() || ReturnedParts.of(present).whole() ? "REVERSED" : "PLEDGED";
        Receipt.Made made = Receipt.Made.of(CHARITY, state)
                .worth(new Money(100, settled.present().currency()))
                .ofKind(donation.get().funded().name());
        Followed followed = Followed.NOTHING;
        for (ProgramJudgement program : judgement.programs()) {
            followed = followed.and(Followed.of(program.program(), Receipt.Beside.donations(List.of(made))));
        }
        String before = settled.before().map(former -> former.status().name()).orElse("NONE");
        return followed.with(new Receipt.Problem("SAMPLE_BEFORE", before));
    }
}
