package io.steadfast.programs.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.steadfast.platform.security.Scope;
import io.steadfast.platform.security.Scoped;
import io.steadfast.programs.ProgramSchema;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The JSON Schema of program documents. */
@Path("/schemas/program")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Programs")
public class ProgramSchemaResource {

    @GET
    @Scoped(Scope.PROGRAMS_READ)
    @Operation(operationId = "getProgramSchema", summary = "The JSON Schema of a program document")
    public JsonNode get() {
        return ProgramSchema.generate();
    }
}
