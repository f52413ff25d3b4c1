package io.steadfast.vouchers.rest;

import io.steadfast.platform.idempotency.Answer;
import io.steadfast.platform.idempotency.IdempotentCalls;
import io.steadfast.platform.rest.OncePerKey;
import io.steadfast.platform.security.Scope;
import io.steadfast.platform.security.Scoped;
import io.steadfast.vouchers.VoucherHoldService;
import io.steadfast.vouchers.VoucherService;
import io.steadfast.vouchers.VoucherUse;
import io.steadfast.vouchers.core.VoucherOrder;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A till's voucher calls; a code may be typed with or without dashes, in small letters too. */
@Path("/vouchers/{code}")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Rewards")
public class VouchersResource {

    @Inject
    private VoucherService vouchers;

    @Inject
    private VoucherHoldService holds;

    @Inject
    private VoucherAnswers answers;

    @Inject
    private IdempotentCalls calls;

    @GET
    @Scoped(Scope.MEMBERS_READ)
    @Operation(operationId = "getVoucher", summary = "A voucher by its code: what it gives and what remains of it")
    public VoucherResponse get(@PathParam("code") String code) {
        return answers.of(vouchers.get(code));
    }

    @POST
    @Path("use")
    @Scoped(Scope.REDEMPTIONS_WRITE)
    @OncePerKey(required = true)
    @Operation(operationId = "useVoucher", summary = "Use a voucher for an order, whole or in part")
    @APIResponseSchema(value = VoucherResponse.class, responseCode = "200")
    public Response use(@PathParam("code") String code, UseRequest request) {
        VoucherUse use = request.use();
        return calls.required(() -> Answer.ok(answers.of(vouchers.use(code, use))));
    }

    @POST
    @Path("unuse")
    @Scoped(Scope.REDEMPTIONS_WRITE)
    @OncePerKey(required = true)
    @Operation(operationId = "unuseVoucher", summary = "Undo what an order used of a voucher")
    @APIResponseSchema(value = VoucherResponse.class, responseCode = "200")
    public Response unuse(@PathParam("code") String code, UnuseRequest request) {
        VoucherOrder order = request.order().order();
        return calls.required(() -> Answer.ok(answers.of(vouchers.unuse(code, order))));
    }

    @POST
    @Path("block")
    @Scoped(Scope.REDEMPTIONS_WRITE)
    @OncePerKey(required = true)
    @Operation(operationId = "blockVoucher", summary = "Stop a voucher that was lost or stolen")
    @APIResponseSchema(value = VoucherResponse.class, responseCode = "200")
    public Response block(@PathParam("code") String code, BlockRequest request) {
        String reason = request.checked();
        return calls.required(() -> Answer.ok(answers.of(vouchers.block(code, reason))));
    }

    @POST
    @Path("hold")
    @Scoped(Scope.REDEMPTIONS_WRITE)
    @OncePerKey(required = true)
    @Operation(operationId = "holdVoucher", summary = "Keep a voucher for an order at a checkout")
    @APIResponseSchema(value = VoucherResponse.class, responseCode = "200")
    public Response hold(@PathParam("code") String code, HoldVoucherRequest request) {
        VoucherOrder order = request.order().order();
        Duration term = request.term();
        return calls.required(() -> Answer.ok(answers.of(holds.hold(code, order, term))));
    }

    @POST
    @Path("release")
    @Scoped(Scope.REDEMPTIONS_WRITE)
    @OncePerKey(required = true)
    @Operation(operationId = "releaseVoucher", summary = "Let a voucher go that was kept for an order")
    @APIResponseSchema(value = VoucherResponse.class, responseCode = "200")
    public Response release(@PathParam("code") String code, UnuseRequest request) {
        VoucherOrder order = request.order().order();
        return calls.required(() -> Answer.ok(answers.of(holds.release(code, order))));
    }

    @POST
    @Path("reissue")
    @Scoped(Scope.REDEMPTIONS_WRITE)
    @OncePerKey(required = true)
    @Operation(operationId = "reissueVoucher", summary = "Replace a voucher by one of what remains, under another code")
    @APIResponseSchema(value = VoucherResponse.class, responseCode = "200")
    public Response reissue(@PathParam("code") String code, BlockRequest request) {
        String reason = request.checked();
        return calls.required(() -> Answer.ok(answers.of(vouchers.reissue(code, reason))));
    }
}
