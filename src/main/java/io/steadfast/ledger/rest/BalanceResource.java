package io.steadfast.ledger.rest;

import io.steadfast.ledger.StatementService;
import io.steadfast.ledger.WalletChoice;
import io.steadfast.platform.persistence.OneTransaction;
import io.steadfast.platform.security.Scope;
import io.steadfast.platform.security.Scoped;
import io.steadfast.shared.MemberId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a member has. */
@Path("/members/{id}/balance")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Points")
public class BalanceResource {

    @Inject
    private StatementService statement;

    @Inject
    private WalletChoice wallets;

    @Inject
    private OneTransaction together;

    @GET
    @Scoped(Scope.MEMBERS_READ)
    @Operation(operationId = "getBalance", summary = "What a member can spend, waits for and owes, by the clock")
    public BalanceResponse get(@PathParam("id") MemberId id) {
        return together.read(() -> BalanceResponse.of(statement.balances(id), wallets.walletsOf(id)));
    }
}
