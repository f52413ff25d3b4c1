package io.steadfast.accrual;

import io.steadfast.accrual.store.ReviewRepository;
import io.steadfast.members.MemberErased;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** Forgets what people wrote about activities of members who were erased: a reason may name somebody. */
@ApplicationScoped
public class ErasedMembers {

    @Inject
    ReviewRepository reviews;

    void forget(@Observes MemberErased erased) {
        reviews.forget(erased.member());
    }
}
