package io.steadfast.vouchers.rest;

import io.steadfast.ledger.StatementService;
import io.steadfast.platform.rest.Cursor;
import io.steadfast.platform.rest.Page;
import io.steadfast.platform.rest.Paging;
import io.steadfast.platform.security.Scope;
import io.steadfast.platform.security.Scoped;
import io.steadfast.shared.MemberId;
import io.steadfast.vouchers.VoucherService;
import io.steadfast.vouchers.core.Voucher;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A member's vouchers. */
@Path("/members/{id}/vouchers")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Rewards")
public class MemberVouchersResource {

    @Inject
    private VoucherService vouchers;

    @Inject
    private StatementService statement;

    @Inject
    private VoucherAnswers answers;

    @GET
    @Scoped(Scope.MEMBERS_READ)
    @Operation(operationId = "listVouchers", summary = "A member's vouchers, the newest first")
    public Page<VoucherResponse> list(@PathParam("id") MemberId id, @BeanParam Paging paging) {
        statement.requireKnown(id);
        List<Voucher> rows = vouchers.ofMember(id, paging.after().map(cursor -> cursor.uuid(0)), paging.limit() + 1);
        Page<Voucher> page = paging.page(rows, row -> Cursor.of(row.id()));
        return new Page<>(answers.of(page.items()), page.nextCursor());
    }
}
