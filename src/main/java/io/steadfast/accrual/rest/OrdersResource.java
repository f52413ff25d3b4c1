package io.steadfast.accrual.rest;

import io.steadfast.accrual.AccrualService;
import io.steadfast.accrual.Recorded;
import io.steadfast.accrual.core.AccrualRefusal;
import io.steadfast.accrual.core.Receipt;
import io.steadfast.platform.idempotency.Answer;
import io.steadfast.platform.idempotency.IdempotentCalls;
import io.steadfast.platform.refusals.FieldErrors;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.platform.rest.OncePerKey;
import io.steadfast.platform.rest.Sends;
import io.steadfast.platform.security.Scope;
import io.steadfast.platform.security.Scoped;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Orders as their shops see them. */
@Path("/orders/{source}/{reference}")
@ApplicationScoped
@Scoped(Scope.ORDERS_WRITE)
@Tag(name = "Orders and activities")
public class OrdersResource {

    @Inject
    AccrualService accrual;

    @Inject
    IdempotentCalls calls;

    /** An order's whole present state: 201 with its receipt, 200 when the order was known. */
    @PUT
    @OncePerKey
    @Sends(Sends.LOCATION)
    @Operation(operationId = "putOrder", summary = "Take an order's whole present state and post the difference")
    @APIResponseSchema(value = Receipt.class, responseCode = "201")
    @APIResponse(responseCode = "200", description = "It was known; the receipt that stands")
    public Response put(
            @PathParam("source") String source, @PathParam("reference") String reference, OrderRequest request) {
        return calls.optional(() -> {
            Recorded recorded = accrual.record(request.reported(source, reference));
            return answer(recorded, source, reference);
        });
    }

    /** The order as it stands, with its receipt; 404 {@code ORDER_UNKNOWN}. */
    @GET
    @Operation(operationId = "getOrder", summary = "An order as it stands, with its receipt")
    public OrderResponse get(@PathParam("source") String source, @PathParam("reference") String reference) {
        return accrual.find(source, reference)
                .map(OrderResponse::of)
                .orElseThrow(() -> new Refusal(AccrualRefusal.ORDER_UNKNOWN));
    }

    /** One return, for tills that don't keep an order's state; 404 {@code ORDER_UNKNOWN}. */
    @POST
    @Path("/returns")
    @OncePerKey(required = true)
    @Sends(Sends.LOCATION)
    @Operation(operationId = "addReturn", summary = "Add one return, for tills that keep no state")
    @APIResponseSchema(value = Receipt.class, responseCode = "201")
    @APIResponse(responseCode = "200", description = "It was known; the receipt that stands")
    public Response addReturn(
            @PathParam("source") String source, @PathParam("reference") String reference, ReturnRequest request) {
        return calls.required(() -> {
            FieldErrors errors = new FieldErrors();
            var returned = request.orderReturn(new OrderFields(errors, ""));
            errors.refuseIfAny();
            return answer(accrual.addReturn(source, reference, returned), source, reference);
        });
    }

    static Answer answer(Recorded recorded, String source, String reference) {
        Answer answer = recorded.effect() == Recorded.Effect.NEW
                ? Answer.created("/api/v1/orders/" + source + "/" + reference, recorded.receipt())
                : Answer.ok(recorded.receipt());
        return recorded.effect() == Recorded.Effect.REPEATED ? answer.with(IdempotentCalls.REPLAYED, "true") : answer;
    }
}
