package io.steadfast.reporting.faces;

import io.steadfast.platform.refusals.Refusal;
import io.steadfast.platform.rest.DoorReason;
import io.steadfast.reporting.MemberDataFile;
import io.steadfast.reporting.MemberDataService;
import io.steadfast.shared.MemberId;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;

/** On the page of a member: the file with everything that is known of them. */
@Named("memberData")
@RequestScoped
public class MemberDataBean {

    @Inject
    private MemberDataService data;

    @Inject
    private MemberDataFile file;

    @Inject
    private HttpServletRequest request;

    /** Answers with the file instead of a page. Refuses NOT_PERMITTED and NOT_FOUND. */
    public void download() throws IOException {
        MemberId member = member().orElseThrow(() -> new Refusal(DoorReason.NOT_FOUND));
        if (!data.begun(member)) {
            throw new Refusal(DoorReason.NOT_FOUND);
        }
        FacesContext faces = FacesContext.getCurrentInstance();
        ExternalContext answer = faces.getExternalContext();
        answer.setResponseContentType("application/json");
        answer.setResponseHeader("Content-Disposition", "attachment; filename=\"member-" + member + ".json\"");
        answer.setResponseHeader("Cache-Control", "no-store");
        Writer out =
                new BufferedWriter(new OutputStreamWriter(answer.getResponseOutputStream(), StandardCharsets.UTF_8));
        file.write(member, out);
        faces.responseComplete();
    }

    private Optional<MemberId> member() {
        try {
            return Optional.ofNullable(request.getParameter("id"))
                    .map(UUID::fromString)
                    .map(MemberId::new);
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }
}
