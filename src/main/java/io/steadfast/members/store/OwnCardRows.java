package io.steadfast.members.store;

import io.steadfast.platform.persistence.TenantStore;
import io.steadfast.shared.MemberId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/** Whether a member is the person who serves, or shares something with the member they are: identities of the past count. */
@ApplicationScoped
public class OwnCardRows {

    private static final String OWN = """
            SELECT EXISTS (
                SELECT 1 FROM person_till t WHERE t.person_id = ? AND (t.member_id = ? OR EXISTS (
                    SELECT 1 FROM member_identity a JOIN member_identity b ON a.kind = b.kind AND a.value = b.value
                     WHERE a.member_id = t.member_id AND b.member_id = ? AND a.kind <> 'EXTERNAL_ID')))
                OR EXISTS (
                SELECT 1 FROM person p JOIN member_identity i ON i.kind = 'EMAIL' AND i.value = p.email
                 WHERE p.id = ? AND i.member_id = ?)
            """;

    @Inject
    private TenantStore store;

    public boolean isOwn(UUID person, MemberId member) {
        try (PreparedStatement statement = store.connection().prepareStatement(OWN)) {
            statement.setObject(1, person);
            statement.setObject(2, member.value());
            statement.setObject(3, member.value());
            statement.setObject(4, person);
            statement.setObject(5, member.value());
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("Whose card it is can't be read", failure);
        }
    }
}
