package io.steadfast.tenants.rest;

import io.steadfast.tenants.MadeTenant;
import java.util.Optional;

/** A tenant just made, with what is shown once. */
public record MadeTenantResponse(String slug, String apiKey, OwnerResponse owner) {

    /**
     * @param password a sandbox's owner signs in with it
     * @param invitation the path at which a live tenant's owner chooses a password, once
     */
    public record OwnerResponse(String email, Optional<String> password, Optional<String> invitation) {}

    static MadeTenantResponse of(MadeTenant made) {
        return new MadeTenantResponse(
                made.slug().value(),
                made.apiKey(),
                new OwnerResponse(made.ownerEmail(), made.password(), made.invitationPath()));
    }
}
