package io.steadfast.tiers;

import io.steadfast.shared.MemberId;
import io.steadfast.tiers.store.ManualTierRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A tier that staff set is a floor like one that a plan lends. */
@ApplicationScoped
public class ManualTiers implements LentTiers {

    /** What stands in a plan's place as the one who lends. */
    public static final String BY = "manual";

    @Inject
    private ManualTierRepository repository;

    @Override
    public List<LentTier> lentAt(MemberId member, Instant at) {
        return repository.of(member).stream()
                .filter(each -> each.holdsAt(at))
                .map(each -> new LentTier(each.ref(), each.tier(), BY, Optional.of(each.until())))
                .toList();
    }
}
