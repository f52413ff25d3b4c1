package io.steadfast.accrual;

import io.steadfast.accrual.store.SoldReadings;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;

/** The channels through which a tenant sells, as its orders name them. */
@Stateless
public class ChannelService {

    /** So many of the latest orders are looked at: what isn't in use any more is forgotten, and no page waits. */
    private static final int LATEST = 500;

    @Inject
    private SoldReadings orders;

    /** Channels of the latest orders, in their order, at most so many. */
    public List<String> inUse(int most) {
        return orders.channels(LATEST, most);
    }
}
