package io.steadfast.reporting;

import io.steadfast.shared.MemberId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/**
 * All that is known of a member as one JSON object: an array of rows for each section. Written while it is read, so that the
 * longest story takes as little memory as the shortest.
 */
@ApplicationScoped
public class MemberDataFile {

    @Inject
    private MemberDataService data;

    /** Writes the whole; the writer stays open. */
    public void write(MemberId member, Writer out) throws IOException {
        String before = "{";
        for (MemberSection section : MemberSection.values()) {
            out.write(before + "\n\"" + section.title() + "\": [");
            rows(section, member, out);
            out.write("]");
            before = ",";
        }
        out.write("\n}\n");
        out.flush();
    }

    private void rows(MemberSection section, MemberId member, Writer out) throws IOException {
        long written = 0;
        List<String> page = data.rows(section, member, written);
        while (!page.isEmpty()) {
            for (String row : page) {
                out.write(written == 0 ? "\n  " : ",\n  ");
                out.write(row);
                written++;
            }
            page = page.size() < MemberDataService.PAGE ? List.of() : data.rows(section, member, written);
        }
    }
}
