package io.steadfast.ledger.rest;

import io.steadfast.ledger.AdjustmentService;
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

/** Points given or taken by hand. */
@Path("/adjustments")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Points")
public class AdjustmentsResource {

    @Inject
    private AdjustmentService adjustments;

    @Inject
    private IdempotentCalls calls;

    @POST
    @Scoped(Scope.ADJUSTMENTS_WRITE)
    @OncePerKey(required = true)
    @Operation(operationId = "adjustPoints", summary = "Give points as goodwill, or put a mistake right")
    @APIResponseSchema(value = AdjustmentResponse.class, responseCode = "200")
    public Response adjust(AdjustmentRequest request) {
        AdjustmentService.Adjustment wanted = request.adjustment();
        return calls.required(() -> Answer.ok(AdjustmentResponse.of(adjustments.adjust(wanted))));
    }
}
