package io.steadfast.reporting.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.platform.rest.DoorReason;
import io.steadfast.platform.security.Scope;
import io.steadfast.platform.security.Scoped;
import io.steadfast.reporting.MemberDataFile;
import io.steadfast.reporting.MemberDataService;
import io.steadfast.shared.MemberId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedWriter;
import java.io.OutputStreamWriter;
import java.io.Serial;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Everything that is known of one member. */
@Path("/members/{id}/export")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Members")
public class MemberExportResource {

    /** What the stream comes to: rows by the section they belong to, as in {@code orders}. For the document only. */
    static final class Sections extends LinkedHashMap<String, List<JsonNode>> {

        @Serial
        private static final long serialVersionUID = 1L;
    }

    @Inject
    private MemberDataService members;

    @Inject
    private MemberDataFile file;

    @GET
    @Scoped(Scope.MEMBERS_READ)
    @Operation(operationId = "exportMember", summary = "Everything that is known of a member, section by section")
    @APIResponseSchema(value = Sections.class, responseCode = "200")
    public Response export(@PathParam("id") MemberId id) {
        if (!members.begun(id)) {
            throw new Refusal(DoorReason.NOT_FOUND);
        }
        StreamingOutput written = out -> {
            try (Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8))) {
                file.write(id, writer);
            }
        };
        return Response.ok(written)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }
}
