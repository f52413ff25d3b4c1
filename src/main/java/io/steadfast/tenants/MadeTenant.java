package io.steadfast.tenants;

import io.steadfast.shared.TenantSlug;
import java.util.Optional;

/**
 * A tenant just made. Key, password and token are shown this once.
 *
 * @param password of a sandbox's owner
 * @param invitationToken of a live tenant's owner
 */
public record MadeTenant(
        TenantSlug slug,
        String apiKey,
        String ownerEmail,
        Optional<String> password,
        Optional<String> invitationToken) {

    /** Where a live tenant's owner chooses a password, once, below the product's address. */
    public Optional<String> invitationPath() {
        return invitationToken.map(token -> invitationPath(slug, token));
    }

    static String invitationPath(TenantSlug slug, String token) {
        return "/invitation?brand=" + slug + "&token=" + token;
    }

    /** Without the secrets, should it ever reach a log. */
    @Override
    public String toString() {
        return "MadeTenant[" + slug + "]";
    }
}
