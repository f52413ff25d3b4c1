package io.steadfast.accrual.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.steadfast.accrual.AccrualService;
import io.steadfast.accrual.Recorded;
import io.steadfast.accrual.ReportedOrder;
import io.steadfast.accrual.core.Receipt;
import io.steadfast.platform.idempotency.Answer;
import io.steadfast.platform.idempotency.IdempotentCalls;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.platform.rest.Json;
import io.steadfast.platform.rest.OncePerKey;
import io.steadfast.platform.rest.Problem;
import io.steadfast.platform.rest.Problems;
import io.steadfast.platform.security.Scope;
import io.steadfast.platform.security.Scoped;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Several orders in one call. */
@Path("/orders/batch")
@ApplicationScoped
@Scoped(Scope.ORDERS_WRITE)
@Tag(name = "Orders and activities")
public class OrderBatchResource {

    @Inject
    AccrualService accrual;

    @Inject
    IdempotentCalls calls;

    @Inject
    Problems problems;

    @Inject
    Json json;

    /** What became of one order: a receipt or a problem. */
    public record Item(
            int status,
            Optional<Receipt> receipt,
            @Schema(implementation = Problem.class) Optional<JsonNode> problem) {}

    /** What became of each order, in the order of the request. */
    public record Items(List<Item> items) {}

    /** Up to 100 orders in one transaction; a refused one writes nothing and refuses only itself. */
    @POST
    @OncePerKey(required = true)
    @Operation(
            operationId = "putOrders",
            summary = "Up to 100 orders in one transaction; a refused one refuses only itself")
    @APIResponseSchema(value = Items.class, responseCode = "200")
    public Response post(BatchRequest request) {
        List<BatchRequest.Item> given = request.items();
        return calls.required(() -> Answer.ok(recorded(given)));
    }

    private Items recorded(List<BatchRequest.Item> given) {
        List<Optional<ReportedOrder>> readable = new ArrayList<>();
        List<Item> items = new ArrayList<>();
        for (BatchRequest.Item item : given) {
            try {
                readable.add(Optional.of(item.reported()));
                items.add(new Item(0, Optional.empty(), Optional.empty()));
            } catch (Refusal refusal) {
                readable.add(Optional.empty());
                items.add(refused(refusal));
            }
        }
        List<AccrualService.BatchResult> results =
                accrual.recordAll(readable.stream().flatMap(Optional::stream).toList());
        int next = 0;
        for (int at = 0; at < items.size(); at++) {
            if (readable.get(at).isPresent()) {
                items.set(at, item(results.get(next++)));
            }
        }
        return new Items(items);
    }

    private Item item(AccrualService.BatchResult result) {
        return result.refusal()
                .map(this::refused)
                .orElseGet(() -> accepted(result.recorded().orElseThrow()));
    }

    private static Item accepted(Recorded recorded) {
        int status = recorded.effect() == Recorded.Effect.NEW ? 201 : 200;
        return new Item(status, Optional.of(recorded.receipt()), Optional.empty());
    }

    private Item refused(Refusal refusal) {
        Response problem = problems.response(refusal);
        return new Item(problem.getStatus(), Optional.empty(), Optional.of(json.tree((byte[]) problem.getEntity())));
    }
}
