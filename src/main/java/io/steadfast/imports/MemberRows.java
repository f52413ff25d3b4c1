package io.steadfast.imports;

import io.steadfast.imports.core.Cells;
import io.steadfast.imports.core.ImportKind;
import io.steadfast.imports.core.ImportPlan;
import io.steadfast.imports.core.ImportRefusal;
import io.steadfast.imports.core.RowRefused;
import io.steadfast.imports.core.RowTrouble;
import io.steadfast.imports.core.StagedRow;
import io.steadfast.members.ArrivalService;
import io.steadfast.members.MemberService;
import io.steadfast.members.core.IdentityKind;
import io.steadfast.members.core.Member;
import io.steadfast.members.core.MemberChange;
import io.steadfast.members.core.MemberKind;
import io.steadfast.members.core.NewEnrolment;
import io.steadfast.members.core.NewMember;
import io.steadfast.members.core.Person;
import io.steadfast.platform.refusals.FieldReason;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.ProgramCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Members: made where nobody has the first identity of the row, else changed to what it says; an empty cell says nothing. */
@ApplicationScoped
class MemberRows implements RowTaker {

    private static final int LONGEST = 200;
    private static final Pattern SEVERAL = Pattern.compile("\\s*;\\s*");

    @Inject
    MemberService members;

    @Inject
    ArrivalService arrivals;

    @Inject
    NamedInRow named;

    @Override
    public ImportKind kind() {
        return ImportKind.MEMBERS;
    }

    /** Rows of people nobody knows, each of another one, in the order of the file. */
    List<StagedRow> ofNewcomers(Occasion occasion, List<StagedRow> rows) {
        if (occasion.plan().newMembers() == ImportPlan.NewMembers.REFUSED) {
            return List.of();
        }
        Set<String> known = named.known(rows.stream().map(StagedRow::memberKey).toList());
        Set<String> seen = new HashSet<>();
        return rows.stream()
                .filter(row -> !known.contains(row.memberKey()) && seen.add(row.memberKey()))
                .toList();
    }

    /** Makes members of newcomers, in the transaction under way; what was refused isn't made. */
    List<RowTrouble> make(Occasion occasion, List<StagedRow> rows) {
        List<RowTrouble> troubles = new ArrayList<>();
        List<StagedRow> readable = new ArrayList<>();
        List<NewMember> wanted = new ArrayList<>();
        for (StagedRow row : rows) {
            try {
                wanted.add(newcomer(occasion, new Cells(row.fields(), occasion.zone())));
                readable.add(row);
            } catch (RowRefused | Refusal refused) {
                troubles.add(Troubles.of(row.line(), refused));
            }
        }
        List<Optional<Refusal>> refusals = arrivals.createAll(wanted);
        for (int at = 0; at < readable.size(); at++) {
            long line = readable.get(at).line();
            refusals.get(at).ifPresent(refusal -> troubles.add(Troubles.of(line, refusal)));
        }
        return troubles;
    }

    private static NewMember newcomer(Occasion occasion, Cells cells) {
        refuseLong(cells);
        return new NewMember(
                person(cells, Optional.empty()),
                identities(cells),
                cells.instant("joinedAt"),
                List.of(),
                occasion.plan().program().map(code -> enrolment(code, cells)).stream()
                        .toList());
    }

    private static void refuseLong(Cells cells) {
        cells.all().forEach((field, text) -> {
            if (text.length() > LONGEST) {
                throw new RowRefused(field, FieldReason.TOO_LONG, Map.of("most", LONGEST));
            }
        });
    }

    @Override
    public void take(Occasion occasion, StagedRow row, Cells cells) {
        refuseLong(cells);
        Optional<MemberId> standing = named.found(row.memberKey());
        Optional<ProgramCode> program = occasion.plan().program();
        if (standing.isPresent()) {
            Member member = members.find(standing.get()).orElseThrow();
            change(member, cells);
            program.filter(code -> member.enrolments().stream()
                            .noneMatch(each ->
                                    each.program().equals(code) && each.leftAt().isEmpty()))
                    .ifPresent(code -> members.enrol(member.id(), enrolment(code, cells)));
        } else if (occasion.plan().newMembers() == ImportPlan.NewMembers.REFUSED) {
            throw new RowRefused("", ImportRefusal.NOBODY_FOUND);
        } else {
            members.create(newcomer(occasion, cells));
        }
    }

    private static NewEnrolment enrolment(ProgramCode program, Cells cells) {
        return new NewEnrolment(program, "import", Optional.empty(), cells.instant("joinedAt"));
    }

    private void change(Member before, Cells cells) {
        Person person = person(cells, Optional.of(before.person()));
        Map<IdentityKind, Optional<String>> changed = new EnumMap<>(IdentityKind.class);
        identities(cells).forEach((kind, value) -> {
            if (!members.normalised(kind, value).equals(before.identity(kind))) {
                changed.put(kind, Optional.of(value));
            }
        });
        if (!changed.isEmpty() || !person.equals(before.person())) {
            members.change(before.id(), new MemberChange(person, changed, List.of()));
        }
    }

    private static Map<IdentityKind, String> identities(Cells cells) {
        Map<IdentityKind, String> identities = new EnumMap<>(IdentityKind.class);
        for (IdentityKind kind : IdentityKind.values()) {
            cells.text(kind.field()).ifPresent(value -> identities.put(kind, value));
        }
        return identities;
    }

    private static Person person(Cells cells, Optional<Person> before) {
        return new Person(
                cells.text("kind")
                        .map(text -> Codes.read("kind", text.toUpperCase(Locale.ROOT), MemberKind::valueOf))
                        .or(() -> before.map(Person::kind))
                        .orElse(MemberKind.PERSON),
                cells.yesNo("employee")
                        .map(yes -> yes ? Person.Employment.EMPLOYEE : Person.Employment.NONE)
                        .or(() -> before.map(Person::employment))
                        .orElse(Person.Employment.NONE),
                cells.text("name").or(() -> before.flatMap(Person::name)),
                cells.date("birthday").or(() -> before.flatMap(Person::birthday)),
                cells.text("locale").or(() -> before.flatMap(Person::locale)),
                cells.text("homeStore").or(() -> before.flatMap(Person::homeStore)),
                attributes(cells, before.map(Person::attributes).orElse(Map.of())));
    }

    private static Map<String, List<String>> attributes(Cells cells, Map<String, List<String>> before) {
        Map<String, List<String>> attributes = new HashMap<>(before);
        cells.all().forEach((field, text) -> {
            if (field.startsWith(ImportKind.ATTRIBUTE)) {
                attributes.put(field.substring(ImportKind.ATTRIBUTE.length()), List.of(SEVERAL.split(text, -1)));
            }
        });
        return attributes;
    }
}
