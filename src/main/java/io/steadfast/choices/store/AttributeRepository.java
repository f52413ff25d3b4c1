package io.steadfast.choices.store;

import io.steadfast.choices.core.AttributeDefinition;
import io.steadfast.choices.core.AttributeDefinition.Privacy;
import io.steadfast.choices.core.AttributeSubject;
import io.steadfast.choices.core.AttributeType;
import io.steadfast.choices.core.AttributeWriter;
import io.steadfast.platform.persistence.BoundStatement;
import io.steadfast.platform.persistence.Row;
import io.steadfast.platform.persistence.TenantStore;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Declared attributes as rows. */
@Dependent
public class AttributeRepository {

    private static final String ADD = """
            INSERT INTO attribute_definition (choices, personal, writers, changed_at, subject, name, version, type, recorded_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
            """;
    private static final String CHANGE = """
            UPDATE attribute_definition SET choices = ?, personal = ?, writers = ?, changed_at = ?, version = version + 1
             WHERE subject = ? AND name = ? AND version = ?
            """;
    private static final String COLUMNS =
            "SELECT subject, name, type, choices, personal, writers, version FROM attribute_definition ";
    private static final String FIND = COLUMNS + "WHERE subject = ? AND name = ?";
    private static final String PAGE = COLUMNS + "WHERE (subject, name) > (?, ?) ORDER BY subject, name LIMIT ?";
    private static final String OF_SUBJECT = COLUMNS + "WHERE subject = ? ORDER BY name";
    private static final String OPEN =
            "SELECT name FROM attribute_definition WHERE subject = 'MEMBER' AND NOT personal";

    /** The key under which a transaction keeps what it asked once: every order of a file asks for it. */
    private static final String OPEN_ASKED = AttributeRepository.class.getName() + ".open";

    @Inject
    TenantStore store;

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    TransactionSynchronizationRegistry transactions;

    private record OpenAsked(Supplier<Set<String>> names) {}

    /** False where the subject has one of that name. */
    public boolean add(AttributeDefinition definition, Instant now) {
        return described(store.sql(ADD), definition, now)
                        .text(definition.type().name())
                        .instant(now)
                        .run()
                == 1;
    }

    /** False where it isn't of the definition's version any more. */
    public boolean change(AttributeDefinition definition, Instant now) {
        return described(store.sql(CHANGE), definition, now).run() == 1;
    }

    private BoundStatement described(BoundStatement statement, AttributeDefinition definition, Instant now) {
        transactions.putResource(OPEN_ASKED, null);
        return statement
                .texts(definition.values())
                .truth(definition.privacy() == Privacy.PERSONAL)
                .texts(definition.writers().stream()
                        .map(AttributeWriter::name)
                        .sorted()
                        .toList())
                .instant(now)
                .text(definition.subject().name())
                .text(definition.name())
                .number(definition.version());
    }

    public Optional<AttributeDefinition> find(AttributeSubject subject, String name) {
        return store.sql(FIND).text(subject.name()).text(name).one(AttributeRepository::definition);
    }

    /** Every definition after this one, {@code ""} for the first, by subject and name. */
    public List<AttributeDefinition> page(String subject, String name, int most) {
        return store.sql(PAGE).text(subject).text(name).number(most).all(AttributeRepository::definition);
    }

    /** Everything declared of a subject; there are at most as many as may be declared. */
    public List<AttributeDefinition> of(AttributeSubject subject) {
        return store.sql(OF_SUBJECT).text(subject.name()).all(AttributeRepository::definition);
    }

    /** Names of members' attributes that say nothing personal, in one round trip with whatever else is asked. */
    public Supplier<Set<String>> askOpen() {
        if (transactions.getResource(OPEN_ASKED) instanceof OpenAsked known) {
            return known.names();
        }
        Supplier<Set<String>> asked = store.ask(List.of(OPEN), (statement, first) -> first, results -> {
            Set<String> names = new HashSet<>();
            var rows = results.rows();
            while (rows.next()) {
                names.add(rows.getString(1));
            }
            return names;
        });
        transactions.putResource(OPEN_ASKED, new OpenAsked(asked));
        return asked;
    }

    private static AttributeDefinition definition(Row row) throws SQLException {
        return new AttributeDefinition(
                AttributeSubject.valueOf(row.text("subject")),
                row.text("name"),
                AttributeType.valueOf(row.text("type")),
                row.texts("choices"),
                row.truth("personal") ? Privacy.PERSONAL : Privacy.OPEN,
                row.texts("writers").stream().map(AttributeWriter::valueOf).collect(Collectors.toSet()),
                row.number("version"));
    }
}
