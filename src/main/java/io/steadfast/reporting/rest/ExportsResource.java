package io.steadfast.reporting.rest;

import io.steadfast.platform.rest.CsvAnswer;
import io.steadfast.platform.security.Scope;
import io.steadfast.platform.security.Scoped;
import io.steadfast.reporting.ExportKind;
import io.steadfast.reporting.ExportService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Everything there is, as files of separated values. */
@Path("/exports")
@ApplicationScoped
@Produces(CsvAnswer.TYPE)
@Tag(name = "Reports")
public class ExportsResource {

    @Inject
    private ExportService exports;

    @GET
    @Path("members")
    @Scoped(Scope.MEMBERS_READ)
    @Operation(operationId = "exportMembers", summary = "Every member, one line each; erased ones are left out")
    public Response members() {
        return file(ExportKind.MEMBERS);
    }

    @GET
    @Path("entries")
    @Scoped(Scope.REPORTS_READ)
    @Operation(
            operationId = "exportEntries",
            summary = "Every entry of the ledger, one line each, in the order it was booked")
    public Response entries() {
        return file(ExportKind.ENTRIES);
    }

    @GET
    @Path("orders")
    @Scoped(Scope.REPORTS_READ)
    @Operation(
            operationId = "exportOrders",
            summary = "Every order as it stands, one line each, amounts in minor units")
    public Response orders() {
        return file(ExportKind.ORDERS);
    }

    @GET
    @Path("vouchers")
    @Scoped(Scope.REPORTS_READ)
    @Operation(
            operationId = "exportVouchers",
            summary = "Every voucher with the end of its code, one line each, amounts in minor units",
            description = "A code is money in whoever's hands it is: whole codes are looked up one by one.")
    public Response vouchers() {
        return file(ExportKind.VOUCHERS);
    }

    private Response file(ExportKind kind) {
        exports.begun(kind);
        return CsvAnswer.of(ExportFile.name(kind), kind.columns(), lines -> ExportFile.write(exports, kind, lines));
    }
}
