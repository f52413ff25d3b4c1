package io.steadfast.webhooks;

import io.steadfast.members.MemberErased;
import io.steadfast.webhooks.store.DeliveryStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** Forgets what was sent about members who were erased: the bytes named them by the tenant's own id. */
@ApplicationScoped
public class ErasedMembers {

    @Inject
    private DeliveryStore deliveries;

    void forget(@Observes MemberErased erased) {
        deliveries.forget(erased.member());
    }
}
