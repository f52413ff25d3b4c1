package io.steadfast.accrual.rest;

import io.steadfast.accrual.AccrualService;
import io.steadfast.accrual.core.Receipt;
import io.steadfast.platform.security.Scope;
import io.steadfast.platform.security.Scoped;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What an order or activity would give; nothing is written. */
@Path("/simulations")
@ApplicationScoped
@Scoped({Scope.ORDERS_WRITE, Scope.ACTIVITIES_WRITE})
@Tag(name = "Orders and activities")
public class SimulationsResource {

    @Inject
    AccrualService accrual;

    /** The receipt it would get: the same way through the same service, undone at its end. */
    @POST
    @Operation(operationId = "simulate", summary = "What an order or activity would give; nothing is written")
    public Receipt simulate(SimulationRequest request) {
        return (request.isActivity()
                        ? accrual.simulate(request.activity().reported(), request.draft())
                        : accrual.simulate(
                                request.order().reported(request.trialSource(), request.trialReference()),
                                request.draft()))
                .receipt();
    }
}
