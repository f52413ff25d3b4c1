package io.steadfast.tenants.rest;

import io.steadfast.platform.rest.Cursor;
import io.steadfast.platform.rest.Page;
import io.steadfast.platform.rest.Paging;
import io.steadfast.platform.rest.PlatformDoor;
import io.steadfast.platform.security.OperatorOnly;
import io.steadfast.platform.security.OperatorService;
import io.steadfast.platform.security.OperatorView;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The people who run the platform: whoever holds a platform key invites the first of them, and lets one back in. */
@PlatformDoor
@OperatorOnly
@Path("/operators")
@Tag(name = "Operators")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class OperatorsResource {

    @Inject
    private OperatorService operators;

    /** 201 with the invitation. Refuses 400 EMAIL_NOT_VALID, 409 EMAIL_TAKEN. */
    @POST
    @Operation(operationId = "createOperator", summary = "Let somebody run the platform, with an invitation")
    @APIResponseSchema(value = OperatorResponse.class, responseCode = "201")
    public Response create(OperatorRequest request) {
        OperatorRequest wanted = request.checked();
        OperatorView made = operators.create(wanted.knownEmail(), wanted.knownName());
        return Response.status(Response.Status.CREATED)
                .entity(OperatorResponse.of(made, operators.invite(made.id())))
                .build();
    }

    @GET
    @Operation(operationId = "listOperators", summary = "Everybody who runs the platform, the longest known first")
    public Page<OperatorResponse> list(@BeanParam Paging paging) {
        Optional<UUID> after = paging.after().map(cursor -> cursor.uuid(0));
        List<OperatorView> rows = operators.page(after, paging.limit() + 1);
        return paging.page(rows, operator -> Cursor.of(operator.id())).map(OperatorResponse::of);
    }

    /** 201 with a fresh invitation; an earlier one ends. Refuses 404 PERSON_UNKNOWN. */
    @POST
    @Path("/{id}/invitation")
    @Consumes(MediaType.WILDCARD)
    @Operation(operationId = "inviteOperator", summary = "Invite an operator again; an earlier invitation ends")
    @APIResponseSchema(value = OperatorResponse.class, responseCode = "201")
    public Response invite(@PathParam("id") UUID id) {
        OperatorView operator = operators.get(id);
        return Response.status(Response.Status.CREATED)
                .entity(OperatorResponse.of(operator, operators.invite(id)))
                .build();
    }
}
