package io.steadfast.charities.store;

import io.steadfast.charities.core.Charity;
import io.steadfast.charities.core.CharityProfile;
import io.steadfast.charities.core.CharityStatus;
import io.steadfast.charities.core.StandingChoice;
import io.steadfast.platform.persistence.Ids;
import io.steadfast.platform.persistence.Row;
import io.steadfast.platform.persistence.TenantStore;
import io.steadfast.programs.core.CharityCode;
import io.steadfast.programs.core.CharityRegister;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.ProgramCode;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The register, and which charity members chose. */
@Dependent
public class CharityRepository {

    private static final String ADD = """
            INSERT INTO charity (charity, name, description, url, registration, status, closed_at, version, recorded_at, changed_at)
            VALUES (?, ?::jsonb, ?::jsonb, ?, ?, ?, ?, 0, ?, ?) ON CONFLICT DO NOTHING
            """;
    private static final String COLUMNS =
            "SELECT charity, name::text AS name, description::text AS description, url, registration, status, closed_at,"
                    + " version FROM charity ";
    private static final String FIND = COLUMNS + "WHERE charity = ?";
    private static final String LOCK = COLUMNS + "WHERE charity = ? FOR UPDATE";
    private static final String PAGE = COLUMNS + "WHERE charity > ? ORDER BY charity LIMIT ?";
    private static final String CHANGE = """
            UPDATE charity SET name = ?::jsonb, description = ?::jsonb, url = ?, registration = ?, status = ?, closed_at = ?,
                               version = version + 1, changed_at = ?
             WHERE charity = ? AND version = ?
            """;
    private static final String STATUSES = "SELECT charity, status FROM charity WHERE charity = ANY (?)";
    private static final String CHOOSE = """
            INSERT INTO charity_choice (choice_id, member_id, program, charity, chosen_at, recorded_at)
            VALUES (?, ?, ?, ?, ?, ?)
            """;
    private static final String LAST = """
            SELECT DISTINCT ON (program) program, charity FROM charity_choice WHERE member_id = ?
             ORDER BY program, chosen_at DESC, choice_id DESC
            """;
    private static final String CHOICES =
            "SELECT charity, chosen_at FROM charity_choice WHERE member_id = ? AND program = ? ORDER BY chosen_at, choice_id";

    @Inject
    TenantStore store;

    @Inject
    JsonColumns json;

    /** False where the code is taken. */
    public boolean add(CharityCode code, CharityProfile profile, Instant now) {
        return store.sql(ADD)
                        .text(code.value())
                        .text(json.written(profile.name()))
                        .text(json.written(profile.description()))
                        .text(profile.url())
                        .text(profile.registration())
                        .text(profile.status().name())
                        .instant(closedAt(profile, now))
                        .instant(now)
                        .instant(now)
                        .run()
                == 1;
    }

    private static Optional<Instant> closedAt(CharityProfile profile, Instant now) {
        return profile.status() == CharityStatus.CLOSED ? Optional.of(now) : Optional.empty();
    }

    public Optional<Charity> find(CharityCode code) {
        return find(FIND, code);
    }

    /** The charity, kept from being changed or settled by anybody else until the transaction is over. */
    public Optional<Charity> lock(CharityCode code) {
        return find(LOCK, code);
    }

    private Optional<Charity> find(String sql, CharityCode code) {
        return store.sql(sql).text(code.value()).one(this::charity);
    }

    /** Charities by code after the given one, {@code ""} for the first. */
    public List<Charity> page(String after, int most) {
        return store.sql(PAGE).text(after).number(most).all(this::charity);
    }

    /** Writes a changed charity; false where it isn't of that version any more. */
    public boolean change(Charity charity, Instant now) {
        CharityProfile profile = charity.profile();
        return store.sql(CHANGE)
                        .text(json.written(profile.name()))
                        .text(json.written(profile.description()))
                        .text(profile.url())
                        .text(profile.registration())
                        .text(profile.status().name())
                        .instant(charity.closedAt())
                        .instant(now)
                        .text(charity.code().value())
                        .number(charity.version())
                        .run()
                == 1;
    }

    /** Those of the codes that there are, by what they are. */
    public CharityRegister register(Collection<CharityCode> codes) {
        Set<CharityCode> open = new HashSet<>();
        Set<CharityCode> closed = new HashSet<>();
        if (!codes.isEmpty()) {
            store.sql(STATUSES).texts(codes).all(row -> {
                CharityStatus status = CharityStatus.valueOf(row.text("status"));
                return (status == CharityStatus.OPEN ? open : closed).add(new CharityCode(row.text("charity")));
            });
        }
        return new CharityRegister(open, closed);
    }

    /** Keeps a member's choice for their orders from this instant on. */
    public void choose(MemberId member, ProgramCode program, StandingChoice choice) {
        store.sql(CHOOSE)
                .id(Ids.next())
                .id(member.value())
                .text(program.value())
                .text(choice.charity().value())
                .instant(choice.from())
                .instant(choice.from())
                .run();
    }

    /** What a member chose last in each program. */
    public Map<ProgramCode, CharityCode> lastChoices(MemberId member) {
        Map<ProgramCode, CharityCode> last = new HashMap<>();
        store.sql(LAST)
                .id(member.value())
                .all(row -> last.put(new ProgramCode(row.text("program")), new CharityCode(row.text("charity"))));
        return last;
    }

    /** What a member chose in a program, the first choice first. */
    public List<StandingChoice> choices(MemberId member, ProgramCode program) {
        return store.sql(CHOICES)
                .id(member.value())
                .text(program.value())
                .all(row -> new StandingChoice(new CharityCode(row.text("charity")), row.instant("chosen_at")));
    }

    private Charity charity(Row row) throws SQLException {
        return new Charity(
                new CharityCode(row.text("charity")),
                new CharityProfile(
                        json.text(row.text("name")),
                        json.text(row.text("description")),
                        row.optionalText("url"),
                        row.optionalText("registration"),
                        CharityStatus.valueOf(row.text("status"))),
                row.optionalInstant("closed_at"),
                row.number("version"));
    }
}
