package io.steadfast.platform.jobs.store;

import io.steadfast.platform.tenancy.ControlStore;
import io.steadfast.shared.TenantSlug;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.time.Instant;
import java.time.ZoneOffset;

/** Which node works for a tenant, and until when nobody else may. */
@ApplicationScoped
public class LeaseRepository {

    private static final String TAKE = "INSERT INTO tenant_lease (slug, holder, until) VALUES (?, ?, ?)"
            + " ON CONFLICT (slug) DO UPDATE SET holder = EXCLUDED.holder, until = EXCLUDED.until"
            + " WHERE tenant_lease.holder = EXCLUDED.holder OR tenant_lease.until < ?";

    private static final String GIVE_BACK = "DELETE FROM tenant_lease WHERE slug = ? AND holder = ?";

    @Inject
    private ControlStore control;

    /** Takes or prolongs the lease; false while another holds it. */
    public boolean take(TenantSlug slug, String holder, Instant now, Instant until) {
        return control.call(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(TAKE)) {
                statement.setString(1, slug.value());
                statement.setString(2, holder);
                statement.setObject(3, until.atOffset(ZoneOffset.UTC));
                statement.setObject(4, now.atOffset(ZoneOffset.UTC));
                return statement.executeUpdate() == 1;
            }
        });
    }

    public void giveBack(TenantSlug slug, String holder) {
        control.call(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(GIVE_BACK)) {
                statement.setString(1, slug.value());
                statement.setString(2, holder);
                return statement.executeUpdate();
            }
        });
    }
}
