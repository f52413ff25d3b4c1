package io.steadfast.desk;

import io.steadfast.shared.MemberId;
import java.util.List;
import java.util.Optional;

/**
 * A page of the list of members.
 *
 * @param next the member after whom the next page begins; empty on the last one
 */
public record MemberPage(List<MemberRow> rows, Optional<MemberId> next) {

    public MemberPage {
        rows = List.copyOf(rows);
    }
}
