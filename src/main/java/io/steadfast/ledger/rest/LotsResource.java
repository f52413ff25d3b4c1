package io.steadfast.ledger.rest;

import io.steadfast.ledger.StatementService;
import io.steadfast.ledger.core.LotStatement;
import io.steadfast.ledger.core.StatementPage;
import io.steadfast.platform.rest.Cursor;
import io.steadfast.platform.rest.Page;
import io.steadfast.platform.rest.Paging;
import io.steadfast.platform.security.Scope;
import io.steadfast.platform.security.Scoped;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.WalletCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** A member's lots. */
@Path("/members/{id}/lots")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Points")
public class LotsResource {

    @Inject
    private StatementService statement;

    @GET
    @Scoped(Scope.MEMBERS_READ)
    @Operation(operationId = "listLots", summary = "The lots, the newest first, with what has become of their points")
    public Page<LotResponse> list(
            @PathParam("id") MemberId id, @QueryParam("wallet") @Nullable WalletCode wallet, @BeanParam Paging paging) {
        statement.requireKnown(id);
        List<LotStatement> rows = statement.lots(new StatementPage<>(
                id, Optional.ofNullable(wallet), paging.after().map(cursor -> cursor.uuid(0)), paging.limit() + 1));
        return paging.page(rows, row -> Cursor.of(row.id())).map(LotResponse::of);
    }
}
