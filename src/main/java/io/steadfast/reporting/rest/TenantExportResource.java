package io.steadfast.reporting.rest;

import io.steadfast.platform.audit.OperatorTrail;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.platform.rest.CsvLines;
import io.steadfast.platform.rest.DoorReason;
import io.steadfast.platform.rest.PlatformDoor;
import io.steadfast.platform.security.OperatorOnly;
import io.steadfast.platform.tenancy.CurrentTenant;
import io.steadfast.platform.tenancy.TenantDirectory;
import io.steadfast.reporting.ExportKind;
import io.steadfast.reporting.ExportService;
import io.steadfast.shared.TenantSlug;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a tenant takes with them, for operators: before a deletion or a move. Works while the tenant is suspended. */
@PlatformDoor
@OperatorOnly
@ApplicationScoped
@Path("/tenants/{slug}/export")
@Produces("application/zip")
@Tag(name = "Operators")
public class TenantExportResource {

    @Inject
    private TenantDirectory directory;

    @Inject
    private CurrentTenant tenants;

    @Inject
    private ExportService exports;

    @Inject
    private OperatorTrail trail;

    @GET
    @Operation(
            operationId = "exportTenant",
            summary = "A tenant's members, entries, orders and vouchers as files of separated values in one archive")
    public Response export(@PathParam("slug") TenantSlug slug) {
        if (directory.find(slug).isEmpty()) {
            throw new Refusal(DoorReason.NOT_FOUND);
        }
        trail.record("tenant.exported", "tenant", slug.value(), "");
        tenants.run(slug, () -> {
            for (ExportKind kind : ExportKind.values()) {
                exports.begun(kind);
            }
        });
        // Written when this method has returned, with nobody's tenant in hand any more.
        StreamingOutput written = out -> tenants.run(slug, () -> write(out));
        return Response.ok(written)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + slug + ".zip\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    private void write(OutputStream out) {
        try (ZipOutputStream archive = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            for (ExportKind kind : ExportKind.values()) {
                archive.putNextEntry(new ZipEntry(ExportFile.name(kind)));
                try (CsvLines lines = new CsvLines(new OneFile(archive), kind.columns())) {
                    ExportFile.write(exports, kind, lines);
                }
                archive.closeEntry();
            }
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /** A file's end isn't the archive's. */
    private static final class OneFile extends FilterOutputStream {

        OneFile(OutputStream archive) {
            super(archive);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
