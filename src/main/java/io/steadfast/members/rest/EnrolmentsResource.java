package io.steadfast.members.rest;

import io.steadfast.members.MemberService;
import io.steadfast.members.core.Member;
import io.steadfast.members.core.MemberRefusal;
import io.steadfast.members.core.NewEnrolment;
import io.steadfast.platform.idempotency.Answer;
import io.steadfast.platform.idempotency.IdempotentCalls;
import io.steadfast.platform.refusals.FieldErrors;
import io.steadfast.platform.refusals.FieldReason;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.platform.rest.OncePerKey;
import io.steadfast.platform.security.Scope;
import io.steadfast.platform.security.Scoped;
import io.steadfast.programs.ProgramService;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.ProgramCode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A member in a program. */
@Path("/members/{id}/programs/{program}")
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Members")
public class EnrolmentsResource {

    @Inject
    private MemberService members;

    @Inject
    private ProgramService programs;

    @Inject
    private IdempotentCalls calls;

    @PUT
    @Scoped(Scope.MEMBERS_WRITE)
    @OncePerKey
    @Operation(
            operationId = "enrolMember",
            summary = "Enrol a member in a program, or note that they accepted a version of its terms")
    @APIResponseSchema(value = MemberResponse.class, responseCode = "200")
    public Response enrol(
            @PathParam("id") MemberId id, @PathParam("program") ProgramCode program, EnrolmentRequest request) {
        FieldErrors errors = new FieldErrors();
        if (request.program() != null && !request.program().equals(program)) {
            errors.add("program", FieldReason.NOT_ALLOWED);
        }
        NewEnrolment wanted = request.enrolment(program, "", errors).orElseGet(() -> refused(errors));
        errors.refuseIfAny();
        return calls.optional(() -> {
            refuseUnknown(program);
            Member member = members.enrol(id, wanted);
            return Answer.ok(MemberResponse.of(member)).withPersonalFieldsOf(id);
        });
    }

    private static NewEnrolment refused(FieldErrors errors) {
        errors.refuseIfAny();
        throw new IllegalStateException("Nothing wrong and nothing wanted");
    }

    @DELETE
    @Scoped(Scope.MEMBERS_WRITE)
    @OncePerKey
    @Operation(operationId = "leaveProgram", summary = "End a member's enrolment")
    public Response leave(@PathParam("id") MemberId id, @PathParam("program") ProgramCode program) {
        return calls.optional(() -> {
            refuseUnknown(program);
            members.leave(id, program);
            return Answer.noContent();
        });
    }

    /** The path names it, so it is a 404 here and not a 422. */
    private void refuseUnknown(ProgramCode program) {
        if (programs.find(program).isEmpty()) {
            throw new Refusal(MemberRefusal.PROGRAM_UNKNOWN);
        }
    }
}
