package io.steadfast.reporting;

import io.steadfast.platform.audit.AuditTrail;
import io.steadfast.platform.security.CurrentActor;
import io.steadfast.platform.security.Permission;
import io.steadfast.reporting.store.MemberReadings;
import io.steadfast.shared.MemberId;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;

/** What a member may ask for: everything that is known of them, page by page. */
@Stateless
public class MemberDataService {

    /** An order may have a megabyte of lines: so many of them are held at a time. */
    static final int PAGE = 20;

    @Inject
    private MemberReadings readings;

    @Inject
    private AuditTrail audit;

    @Inject
    private CurrentActor currentActor;

    /**
     * Notes that somebody takes all that is known of a member with them; false where there is no such member, or no more.
     * Refuses NOT_PERMITTED a person who may not erase members either.
     */
    public boolean begun(MemberId member) {
        currentActor.actor().must(Permission.MEMBERS_ERASE);
        boolean known = readings.isKnown(member);
        if (known) {
            audit.record("member.exported", "member", member.toString(), null, null);
        }
        return known;
    }

    /** The next rows of a section as JSON objects, the oldest first; none at its end. */
    public List<String> rows(MemberSection section, MemberId member, long after) {
        return readings.rows(section, member, after, PAGE);
    }
}
