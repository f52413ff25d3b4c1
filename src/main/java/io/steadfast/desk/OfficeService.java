package io.steadfast.desk;

import io.steadfast.desk.store.EventReadings;
import io.steadfast.ledger.LedgerService;
import io.steadfast.members.MemberService;
import io.steadfast.members.MergeService;
import io.steadfast.members.core.Member;
import io.steadfast.members.core.Merge;
import io.steadfast.members.core.MergePreview;
import io.steadfast.platform.audit.AuditTrail;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.platform.security.Actor;
import io.steadfast.platform.security.CurrentActor;
import io.steadfast.platform.security.Permission;
import io.steadfast.platform.time.RealClock;
import io.steadfast.shared.MemberId;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A member's life beside the books, what is written about them, and who looked at them. */
@Stateless
public class OfficeService {

    private static final int MOST = 200;
    private static final int LONGEST_NOTE = 2000;

    @Inject
    private LedgerService ledger;

    @Inject
    private EventReadings readings;

    @Inject
    private CorrectionGate gate;

    @Inject
    private MergeService merges;

    @Inject
    private MemberService members;

    @Inject
    private CurrentActor currentActor;

    @Inject
    private AuditTrail audit;

    @Inject
    private RealClock realClock;

    /** Writes something down about a member. Refuses NOT_PERMITTED and NOTE_NEEDED. */
    public void note(MemberId member, String text, MemberNote.Audience audience) {
        Actor actor = currentActor.actor();
        actor.must(audience == MemberNote.Audience.OFFICE ? Permission.POINTS_ADJUST : Permission.MEMBERS_EDIT);
        if (text.isBlank() || text.length() > LONGEST_NOTE) {
            throw new Refusal(DeskRefusal.NOTE_NEEDED);
        }
        ledger.lockMember(member);
        readings.addNote(member, new MemberNote(text.strip(), actor.name(), audience, realClock.now()));
        audit.record("member.noted", "member", member.toString(), null, Map.of("audience", audience));
    }

    /** What the person in hand may read of what was written, the latest first. */
    public List<MemberNote> notes(MemberId member) {
        Actor actor = currentActor.actor();
        actor.must(Permission.MEMBERS_VIEW);
        List<MemberNote.Audience> readers = actor.may(Permission.POINTS_ADJUST)
                ? List.of(MemberNote.Audience.values())
                : List.of(MemberNote.Audience.STORE);
        return readings.notes(member, readers, MOST);
    }

    /** The member's life beside the books, the latest first, without so many of the latest; at most {@value #MOST}. */
    public List<MemberEvent> events(MemberId member, int skipped, int limit) {
        currentActor.actor().must(Permission.MEMBERS_VIEW);
        return readings.events(member, skipped, Math.min(limit, MOST));
    }

    /** What merging another member into one would do. Refuses NOT_PERMITTED, OWN_CARD, and as {@link MergeService#preview} does. */
    public MergePreview mergePreview(Merge merge) {
        begin(merge);
        return merges.preview(merge);
    }

    /** Merges another member into one, for good. Refuses NOT_PERMITTED, OWN_CARD, REASON_NEEDED, and as {@link MergeService#merge} does. */
    public void merge(Merge merge, String reason) {
        begin(merge);
        CorrectionGate.needed(reason);
        merges.merge(merge, reason);
    }

    private void begin(Merge merge) {
        gate.begin(merge.survivor(), Permission.MEMBERS_ERASE);
        gate.begin(merge.source(), Permission.MEMBERS_ERASE);
    }

    /** Who was merged into a member, the first first. */
    public List<Member> mergedInto(MemberId survivor) {
        currentActor.actor().must(Permission.MEMBERS_VIEW);
        return merges.sources(survivor).stream()
                .flatMap(source -> members.find(source).stream())
                .toList();
    }

    /** Notes that the person in hand looked at a member's data, and where. */
    public void viewed(MemberId member, String page) {
        audit.record("member.viewed", "member", member.toString(), null, Map.of("page", page));
    }

    /** Notes that the person in hand was shown these members in a list, and where; nothing where it was empty. */
    public void listed(List<MemberId> members, String page) {
        if (!members.isEmpty()) {
            List<String> shown = members.stream().map(MemberId::toString).toList();
            audit.record("member.viewed_in_list", "members", page, null, Map.of("shown", shown));
        }
    }

    /** The member's data for a page that shows them, once it stands written who looked; nobody where there is no such member. */
    public Optional<Member> look(MemberId id, String page) {
        currentActor.actor().must(Permission.MEMBERS_VIEW);
        Optional<Member> found = members.find(id);
        found.ifPresent(member -> viewed(member.id(), page));
        return found;
    }
}
