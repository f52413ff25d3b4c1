package io.steadfast.desk.faces;

import io.steadfast.desk.DeskService;
import io.steadfast.desk.MemberFilter;
import io.steadfast.desk.MemberPage;
import io.steadfast.desk.MemberRow;
import io.steadfast.platform.faces.FrameBean;
import io.steadfast.platform.rest.CsvLines;
import io.steadfast.shared.MemberId;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.omnifaces.util.Faces;

/** The list of members as a file: those that the page's filters let through, the newest first. */
@Named("memberExport")
@RequestScoped
public class MemberExportBean {

    /** Of so many members each; whoever has more of them takes the API's export. */
    private static final int MOST_PAGES = 5_000;

    private static final int ROWS = 200;
    private static final List<String> COLUMNS =
            List.of("member", "name", "contact", "joined", "last_activity", "points", "status");

    @Inject
    private DeskService desk;

    @Inject
    private MemberListBean list;

    @Inject
    private FrameBean frame;

    /** Answers with the file instead of a page. */
    public void download() throws IOException {
        frame.must("MEMBERS_VIEW");
        frame.must("EXPORTS_RUN");
        MemberFilter filter = list.filter();
        desk.taken(list.getQuery());
        Faces.sendFile("members.csv", true, out -> write(out, filter));
    }

    private void write(OutputStream out, MemberFilter filter) {
        try (CsvLines lines = new CsvLines(out, COLUMNS)) {
            Optional<MemberId> before = Optional.empty();
            for (int count = 0; count < MOST_PAGES; count++) {
                MemberPage page = desk.members(before, filter, ROWS);
                page.rows().forEach(row -> lines.write(cells(row)));
                before = page.next();
                if (before.isEmpty()) {
                    return;
                }
            }
        }
    }

    private static List<String> cells(MemberRow row) {
        return List.of(
                row.id().toString(),
                row.name().orElse(""),
                row.contact().orElse(""),
                row.joinedAt().toString(),
                row.lastActivityAt().map(Instant::toString).orElse(""),
                Long.toString(row.points()),
                row.status());
    }
}
