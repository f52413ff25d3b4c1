package io.steadfast.accrual;

import io.steadfast.shared.MemberId;
import io.steadfast.shared.ProgramCode;
import java.time.Instant;
import java.util.Map;

/** Who knows the paid plans of members: another feature implements it as a bean; orders know none by name. */
public interface PaidPlans {

    /** The code of the plan that is on at an instant, by program, as far as is known now. */
    Map<ProgramCode, String> onAt(MemberId member, Instant at);

    /**
     * Has what {@link #onAt} needs read in one round trip with whatever else is asked. Only for a member whose lock is held
     * from that round trip on.
     */
    void lookAhead(MemberId member);
}
