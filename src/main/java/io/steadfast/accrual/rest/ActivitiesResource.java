package io.steadfast.accrual.rest;

import io.steadfast.accrual.AccrualService;
import io.steadfast.accrual.Recorded;
import io.steadfast.accrual.core.Receipt;
import io.steadfast.platform.idempotency.Answer;
import io.steadfast.platform.idempotency.IdempotentCalls;
import io.steadfast.platform.rest.OncePerKey;
import io.steadfast.platform.security.Scope;
import io.steadfast.platform.security.Scoped;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What members do besides buying. */
@Path("/activities")
@ApplicationScoped
@Scoped(Scope.ACTIVITIES_WRITE)
@Tag(name = "Orders and activities")
public class ActivitiesResource {

    @Inject
    AccrualService accrual;

    @Inject
    IdempotentCalls calls;

    /** One activity: 201 with its receipt, 200 when it was known; 409 {@code REFERENCE_REUSED} with other content. */
    @POST
    @OncePerKey(required = true)
    @Operation(
            operationId = "reportActivity",
            summary = "Report an activity; the receipt says what it earned and why not")
    @APIResponseSchema(value = Receipt.class, responseCode = "201")
    @APIResponse(responseCode = "200", description = "It was known; the receipt that stands")
    public Response post(ActivityRequest request) {
        return calls.required(() -> {
            Recorded recorded = accrual.record(request.reported());
            return recorded.effect() == Recorded.Effect.NEW
                    ? new Answer(201, Optional.of(recorded.receipt()), Map.of(), Optional.empty(), Optional.empty())
                    : Answer.ok(recorded.receipt()).with(IdempotentCalls.REPLAYED, "true");
        });
    }
}
