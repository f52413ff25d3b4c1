package io.steadfast.ledger.rest;

import io.steadfast.ledger.NoticeService;
import io.steadfast.platform.idempotency.Answer;
import io.steadfast.platform.idempotency.IdempotentCalls;
import io.steadfast.platform.rest.OncePerKey;
import io.steadfast.platform.security.Scope;
import io.steadfast.platform.security.Scoped;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Notices of points that are about to lapse, sent elsewhere. */
@Path("/notices")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Points")
public class NoticesResource {

    @Inject
    private NoticeService notices;

    @Inject
    private IdempotentCalls calls;

    @POST
    @Scoped(Scope.WEBHOOKS_WRITE)
    @OncePerKey
    @Operation(
            operationId = "reportNotice",
            summary = "A member was told that points are about to lapse; from now on they may")
    @APIResponseSchema(value = NoticeResponse.class, responseCode = "200")
    public Response report(NoticeRequest request) {
        NoticeService.Told told = request.told();
        return calls.optional(() -> Answer.ok(NoticeResponse.of(notices.report(told))));
    }
}
