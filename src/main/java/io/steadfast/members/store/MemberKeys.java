package io.steadfast.members.store;

import io.steadfast.members.core.SearchKeys;
import io.steadfast.platform.persistence.TenantStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The keys members are found by; rewritten with every change of a name or identity. */
@ApplicationScoped
public class MemberKeys {

    /** Above every character, so that a prefix is a range of one index. */
    private static final String END = new String(Character.toChars(Character.MAX_CODE_POINT));

    private static final String DELETE = "DELETE FROM member_key WHERE member_id = ?";

    private static final String INSERT = "INSERT INTO member_key (kind, key, member_id) VALUES (?, ?, ?)";

    // A member matches when an ending of the phone or card, the e-mail or the external id does, or when every word of
    // the search
    // begins a word of the name. Newest members first: ids rise with time.
    private static final String SEARCH = """
            SELECT found.member_id FROM (
                SELECT member_id FROM member_key WHERE kind IN ('PHONE', 'CARD') AND key >= ? AND key < ?
                UNION
                SELECT member_id FROM member_key WHERE kind IN ('EMAIL', 'EXTERNAL_ID') AND key >= ? AND key < ?
                UNION
                SELECT first.member_id FROM member_key first
                WHERE first.kind = 'NAME' AND first.key >= ? AND first.key < ?
                  AND (? OR EXISTS (SELECT 1 FROM member_key second WHERE second.member_id = first.member_id
                                    AND second.kind = 'NAME' AND second.key >= ? AND second.key < ?))
                  AND (? OR EXISTS (SELECT 1 FROM member_key third WHERE third.member_id = first.member_id
                                    AND third.kind = 'NAME' AND third.key >= ? AND third.key < ?))
            ) found
            ORDER BY found.member_id DESC
            LIMIT ?
            """;

    @Inject
    private TenantStore store;

    /** Puts these keys in place of all that stood for the member. */
    public void replace(UUID memberId, Map<SearchKeys.Kind, Set<String>> keys) {
        Connection connection = store.connection();
        try (PreparedStatement delete = connection.prepareStatement(DELETE);
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            delete.setObject(1, memberId);
            delete.executeUpdate();
            for (Map.Entry<SearchKeys.Kind, Set<String>> kind : keys.entrySet()) {
                for (String key : kind.getValue()) {
                    insert.setString(1, kind.getKey().name());
                    insert.setString(2, key);
                    insert.setObject(3, memberId);
                    insert.addBatch();
                }
            }
            insert.executeBatch();
        } catch (SQLException failure) {
            throw new IllegalStateException("The search keys can't be written", failure);
        }
    }

    /** Members whose keys begin as the search says, at most so many. */
    public List<UUID> search(String text, int most) {
        List<String> words = SearchKeys.words(text);
        try (PreparedStatement search = store.connection().prepareStatement(SEARCH)) {
            range(search, 1, SearchKeys.reversed(text));
            range(search, 3, SearchKeys.plain(text));
            range(search, 5, word(words, 0));
            search.setBoolean(7, words.size() < 2);
            range(search, 8, word(words, 1));
            search.setBoolean(10, words.size() < 3);
            range(search, 11, word(words, 2));
            search.setInt(13, most);
            List<UUID> found = new ArrayList<>();
            try (ResultSet rows = search.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getObject(1, UUID.class));
                }
            }
            return found;
        } catch (SQLException failure) {
            throw new IllegalStateException("The search failed", failure);
        }
    }

    private static String word(List<String> words, int index) {
        return index < words.size() ? words.get(index) : "";
    }

    /** An empty prefix finds nobody, not everybody. */
    private static void range(PreparedStatement statement, int first, String prefix) throws SQLException {
        statement.setString(first, prefix);
        statement.setString(first + 1, prefix.isEmpty() ? "" : prefix + END);
    }
}
