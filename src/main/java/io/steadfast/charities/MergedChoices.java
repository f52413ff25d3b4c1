package io.steadfast.charities;

import io.steadfast.charities.core.StandingChoice;
import io.steadfast.charities.store.CharityRepository;
import io.steadfast.members.MergePart;
import io.steadfast.members.core.Merge;
import io.steadfast.members.core.MergeLine;
import io.steadfast.platform.time.TenantClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;

/** Where the survivor never chose a charity, the source's choice is theirs. Donations stay with the id under which they were pledged. */
@ApplicationScoped
public class MergedChoices implements MergePart {

    @Inject
    private CharityRepository charities;

    @Inject
    private TenantClock clock;

    @Override
    public List<MergeLine> look(Merge merge) {
        return List.of();
    }

    @Override
    public void carry(Merge merge) {
        Instant now = clock.now();
        charities.lastChoices(merge.source()).forEach((program, charity) -> {
            if (charities.choices(merge.survivor(), program).isEmpty()) {
                charities.choose(merge.survivor(), program, new StandingChoice(charity, now));
            }
        });
    }
}
