package io.steadfast.platform.tenancy;

import io.steadfast.shared.TenantSlug;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.time.Instant;
import java.time.ZoneOffset;

/** Where the clocks of sandboxes stand. */
@ApplicationScoped
public class SandboxClocks {

    private static final String MOVE =
            "UPDATE tenant SET clock_now = greatest(clock_now, ?)" + " WHERE slug = ? AND clock_now IS NOT NULL";

    @Inject
    private ControlStore control;

    /** Moves a sandbox's clock; an earlier instant leaves it where it is, since virtual time never runs back. */
    public void moveTo(TenantSlug slug, Instant now) {
        int moved = control.call(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(MOVE)) {
                statement.setObject(1, now.atOffset(ZoneOffset.UTC));
                statement.setString(2, slug.value());
                return statement.executeUpdate();
            }
        });
        if (moved != 1) {
            throw new IllegalStateException("Tenant " + slug + " is no sandbox");
        }
    }
}
