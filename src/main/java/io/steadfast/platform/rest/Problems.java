package io.steadfast.platform.rest;

import io.steadfast.platform.metrics.Figures;
import io.steadfast.platform.refusals.FieldError;
import io.steadfast.platform.refusals.FieldReason;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.platform.refusals.RefusalTexts;
import io.steadfast.shared.RefusalKind;
import io.steadfast.shared.RefusalReason;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.OptimisticLockException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Turns whatever was thrown into a problem. Says nothing of ours: no class, no statement, no path, no stack. */
@ApplicationScoped
public class Problems {

    private static final Logger LOG = Logger.getLogger(Problems.class.getName());

    /** PostgreSQL's codes for work that lost against other work: deadlock, serialisation, lock not available. */
    private static final Set<String> LOST_AGAINST_OTHERS = Set.of("40P01", "40001", "55P03");

    @Inject
    private Json json;

    @Inject
    private CurrentCall call;

    @Inject
    private Figures figures;

    /** The answer for anything thrown; what isn't a refusal is logged with the call's id and answered 500. */
    public Response response(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refusal refusal) {
                return response(refusal);
            }
            if (cause instanceof WebApplicationException web) {
                return response(web);
            }
            if (cause instanceof ConstraintViolationException invalid) {
                return response(refusal(invalid));
            }
            if (cause instanceof OptimisticLockException
                    || cause instanceof SQLException sql
                            && LOST_AGAINST_OTHERS.contains(String.valueOf(sql.getSQLState()))) {
                return response(new Refusal(DoorReason.BUSY, Map.of(Refusal.RETRY_AFTER_SECONDS, 1)));
            }
        }
        LOG.log(Level.SEVERE, "A call failed", thrown);
        return response(new Refusal(DoorReason.INTERNAL_ERROR), 500);
    }

    /** The status of a refusal of some kind. */
    public static int status(RefusalKind kind) {
        return switch (kind) {
            case UNAUTHENTICATED -> 401;
            case FORBIDDEN -> 403;
            case MALFORMED -> 400;
            case UNKNOWN -> 404;
            case CONFLICT -> 409;
            case GONE -> 410;
            case STALE -> 412;
            case CANNOT_BE_DONE -> 422;
            case TOO_MANY -> 429;
        };
    }

    public Response response(Refusal refusal) {
        return response(refusal, status(refusal.reason().kind()));
    }

    private Response response(Refusal refusal, int status) {
        figures.refused(refusal.reason().name());
        Response.ResponseBuilder answer = Response.status(status)
                .type(Problem.MEDIA_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(json.write(problem(refusal, status)));
        Object seconds = refusal.details().get(Refusal.RETRY_AFTER_SECONDS);
        if (seconds != null) {
            answer.header(HttpHeaders.RETRY_AFTER, seconds);
        }
        if (status == 401) {
            answer.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        return answer.build();
    }

    /** The problem itself, for doors that write it somewhere else than into the answer. */
    public Problem problem(Refusal refusal) {
        return problem(refusal, status(refusal.reason().kind()));
    }

    private Problem problem(Refusal refusal, int status) {
        Locale language = call.language();
        List<Problem.Field> errors =
                refusal.errors().stream().map(error -> field(error, language)).toList();
        return new Problem(
                type(refusal.reason()),
                title(status),
                status,
                RefusalTexts.text(refusal.reason(), refusal.details(), language),
                refusal.reason().name(),
                errors,
                refusal.details(),
                call.requestId());
    }

    private static Problem.Field field(FieldError error, Locale language) {
        return new Problem.Field(
                error.path(), error.code(), RefusalTexts.text(error.reason(), error.details(), language));
    }

    static String type(RefusalReason reason) {
        return "urn:steadfast:problem:" + reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static String title(int status) {
        Response.Status known = Response.Status.fromStatusCode(status);
        return status == 422 ? "Unprocessable Content" : known == null ? "Error" : known.getReasonPhrase();
    }

    private Response response(WebApplicationException web) {
        int status = web.getResponse().getStatus();
        if (status < 400) {
            return web.getResponse();
        }
        if (status >= 500) {
            LOG.log(Level.SEVERE, "A call failed", web);
        }
        return response(new Refusal(reason(status)), status);
    }

    static DoorReason reason(int status) {
        return switch (status) {
            case 401 -> DoorReason.UNAUTHENTICATED;
            case 403 -> DoorReason.FORBIDDEN;
            case 404 -> DoorReason.NOT_FOUND;
            case 405 -> DoorReason.METHOD_NOT_ALLOWED;
            case 406 -> DoorReason.NOT_ACCEPTABLE;
            case 412 -> DoorReason.STALE_VERSION;
            case 415 -> DoorReason.UNSUPPORTED_MEDIA_TYPE;
            case 429 -> DoorReason.RATE_LIMITED;
            default -> status >= 500 ? DoorReason.INTERNAL_ERROR : DoorReason.BAD_REQUEST;
        };
    }

    /** The annotation's name says what was wrong; the message of the library isn't shown. */
    private static Refusal refusal(ConstraintViolationException invalid) {
        List<FieldError> errors = invalid.getConstraintViolations().stream()
                .map(violation -> new FieldError(path(violation), reason(violation), Map.of("most", "", "range", "")))
                .toList();
        return new Refusal(FieldReason.INVALID_REQUEST, Map.of("count", errors.size()), errors);
    }

    private static FieldReason reason(ConstraintViolation<?> violation) {
        String name = violation
                .getConstraintDescriptor()
                .getAnnotation()
                .annotationType()
                .getSimpleName();
        return switch (name) {
            case "NotNull", "NotBlank", "NotEmpty" -> FieldReason.REQUIRED;
            case "Min", "Max", "Positive", "PositiveOrZero", "Digits", "DecimalMin", "DecimalMax" ->
                FieldReason.OUT_OF_RANGE;
            case "Size" -> FieldReason.TOO_LONG;
            default -> FieldReason.NOT_VALID;
        };
    }

    /** Without the method and the parameter, which are ours. */
    private static String path(ConstraintViolation<?> violation) {
        String path = violation.getPropertyPath().toString();
        int second = path.indexOf('.', path.indexOf('.') + 1);
        return second < 0 ? path.substring(path.lastIndexOf('.') + 1) : path.substring(second + 1);
    }
}
