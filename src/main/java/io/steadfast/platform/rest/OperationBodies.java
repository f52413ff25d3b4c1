package io.steadfast.platform.rest;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter.In;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.jspecify.annotations.Nullable;

/**
 * What each call takes and gives, read from the method that serves it: its one parameter without an annotation is the body, its
 * return type the answer. Where that is a {@link Response}, {@link APIResponseSchema} names status and body; each further success
 * that an {@link APIResponse} names has the same body, but for 204, which has none.
 */
final class OperationBodies {

    private static final String OK = "200";
    private static final String NOTHING = "204";
    private static final Map<String, String> MEANINGS = Map.of(
            OK, "Done", "201", "Made", "202", "Taken, and being worked on", NOTHING, "Done; there is nothing to say");
    private static final List<Class<? extends Annotation>> NO_BODY =
            List.of(PathParam.class, QueryParam.class, HeaderParam.class, BeanParam.class, Context.class);

    private final JsonSchemas schemas;
    private final Function<Method, String> access;
    private final Map<String, Method> methods = new HashMap<>();

    OperationBodies(JsonSchemas schemas, Function<Method, String> access) {
        this.schemas = schemas;
        this.access = access;
        for (Class<?> type : RestClasses.of(resource -> true)) {
            for (Method method : type.getMethods()) {
                var operation = method.getAnnotation(org.eclipse.microprofile.openapi.annotations.Operation.class);
                if (operation != null && methods.put(operation.operationId(), method) != null) {
                    throw new IllegalStateException("Two calls are named " + operation.operationId());
                }
            }
        }
    }

    /** The method that serves a call; empty where none says so. */
    Optional<Method> method(Operation operation) {
        return Optional.ofNullable(methods.get(String.valueOf(operation.getOperationId())));
    }

    /** Puts what is true in place of what the server made of the classes. */
    void describe(Operation operation) {
        Method method = methods.get(String.valueOf(operation.getOperationId()));
        if (method == null) {
            // A test tells which call has no name.
            operation.setResponses(OASFactory.createAPIResponses());
            return;
        }
        operation.setDescription(access.apply(method));
        describeParameters(operation, method);
        asked(method).ifPresent(operation::setRequestBody);
        operation.setResponses(answers(method));
    }

    private void describeParameters(Operation operation, Method method) {
        if (Arrays.asList(method.getParameterTypes()).contains(Paging.class)) {
            operation.addParameter(paging("limit", "rows of a page; 50 where it is left out"));
            operation.addParameter(paging("cursor", "the nextCursor of the page before"));
        }
        for (var said :
                method.getAnnotationsByType(org.eclipse.microprofile.openapi.annotations.parameters.Parameter.class)) {
            if (operation.getParameters() == null
                    || operation.getParameters().stream()
                            .noneMatch(known -> said.name().equals(known.getName()))) {
                operation.addParameter(OASFactory.createParameter()
                        .name(said.name())
                        .in(In.valueOf(said.in().name()))
                        .description(said.description()));
            }
        }
        Optional.ofNullable(method.getAnnotation(OncePerKey.class))
                .ifPresent(once -> operation.addParameter(key(once.required())));
        if (operation.getParameters() != null) {
            operation.getParameters().forEach(parameter -> describe(parameter, method));
        }
    }

    private static org.eclipse.microprofile.openapi.models.parameters.Parameter key(boolean required) {
        return OASFactory.createParameter()
                .name(ProblemCodes.IDEMPOTENCY_KEY)
                .in(In.HEADER)
                .required(required)
                .description("1 to 255 characters; the same key with the same body gets the first answer again");
    }

    /** The parts of a form where there is one, otherwise the body. */
    private Optional<org.eclipse.microprofile.openapi.models.parameters.RequestBody> asked(Method method) {
        JsonSchemas.Way way = method.isAnnotationPresent(PATCH.class) ? JsonSchemas.Way.CHANGED : JsonSchemas.Way.READ;
        return form(method)
                .map(parts -> content(MediaType.MULTIPART_FORM_DATA, schemas.of(parts, JsonSchemas.Way.READ)))
                .or(() -> body(method).map(body -> content(MediaType.APPLICATION_JSON, schemas.of(body, way))))
                .map(content -> OASFactory.createRequestBody().required(true).content(content));
    }

    private static org.eclipse.microprofile.openapi.models.parameters.Parameter paging(String name, String meaning) {
        return OASFactory.createParameter().name(name).in(In.QUERY).description(meaning);
    }

    private static Optional<Type> body(Method method) {
        return Arrays.stream(method.getParameters())
                .filter(parameter -> NO_BODY.stream().noneMatch(parameter::isAnnotationPresent))
                .map(Parameter::getParameterizedType)
                .findFirst();
    }

    /** The parts of a form, of which the method itself sees but a list. */
    private static Optional<Type> form(Method method) {
        return Optional.ofNullable(method.getAnnotation(RequestBody.class))
                .filter(said -> said.content().length > 0)
                .map(said -> said.content()[0].schema().implementation());
    }

    private void describe(org.eclipse.microprofile.openapi.models.parameters.Parameter said, Method method) {
        String name = said.getName();
        for (Parameter parameter : method.getParameters()) {
            boolean path = named(parameter.getAnnotation(PathParam.class), PathParam::value, name);
            if (path
                    || named(parameter.getAnnotation(QueryParam.class), QueryParam::value, name)
                    || named(parameter.getAnnotation(HeaderParam.class), HeaderParam::value, name)) {
                said.setSchema(schemas.of(parameter.getParameterizedType(), JsonSchemas.Way.WRITTEN));
                Optional.ofNullable(parameter.getAnnotation(
                                org.eclipse.microprofile.openapi.annotations.parameters.Parameter.class))
                        .map(each -> each.schema().format())
                        .filter(format -> !format.isEmpty())
                        .ifPresent(said.getSchema()::setFormat);
                if (path || name.equals("If-Match")) {
                    said.setRequired(true);
                }
                return;
            }
        }
        said.setSchema(
                name.equals("limit")
                        ? OASFactory.createSchema()
                                .type(Schema.SchemaType.INTEGER)
                                .format("int32")
                                .minimum(BigDecimal.ONE)
                                .maximum(BigDecimal.valueOf(Paging.MOST))
                        : OASFactory.createSchema().type(Schema.SchemaType.STRING));
    }

    private static <A extends Annotation> boolean named(
            @Nullable A annotation, Function<A, String> value, String name) {
        return annotation != null && value.apply(annotation).equals(name);
    }

    private APIResponses answers(Method method) {
        Map<String, String> descriptions = new TreeMap<>();
        descriptions.put(mainStatus(method), "");
        for (APIResponse said : method.getAnnotationsByType(APIResponse.class)) {
            descriptions.put(said.responseCode(), said.description());
        }
        APIResponses answers = OASFactory.createAPIResponses();
        descriptions.forEach((status, said) -> {
            var answer = OASFactory.createAPIResponse()
                    .description(said.isEmpty() ? MEANINGS.getOrDefault(status, "Done") : said);
            if (!status.equals(NOTHING)) {
                content(method).ifPresent(answer::setContent);
            }
            answers.addAPIResponse(status, answer);
        });
        return answers;
    }

    /** Empty where nobody said it, which a test tells. */
    private Optional<Content> content(Method method) {
        Optional<Type> type = type(method);
        if (type.isPresent()) {
            return Optional.of(content(MediaType.APPLICATION_JSON, schemas.of(type.get(), JsonSchemas.Way.WRITTEN)));
        }
        return file(method)
                .map(media -> content(
                        media,
                        OASFactory.createSchema()
                                .type(Schema.SchemaType.STRING)
                                .format(media.startsWith("text/") ? null : "binary")));
    }

    /** Empty for a file and for nothing. */
    private static Optional<Type> type(Method method) {
        APIResponseSchema said = method.getAnnotation(APIResponseSchema.class);
        if (said != null) {
            return Optional.of(said.value());
        }
        return Optional.of(method.getGenericReturnType()).filter(type -> type != Response.class && type != void.class);
    }

    private static String mainStatus(Method method) {
        APIResponseSchema said = method.getAnnotation(APIResponseSchema.class);
        if (said != null && !said.responseCode().isEmpty()) {
            return said.responseCode();
        }
        boolean nothing = said == null && method.isAnnotationPresent(DELETE.class);
        return nothing || method.getReturnType() == void.class ? NOTHING : OK;
    }

    private static Optional<String> file(Method method) {
        Produces produced = Optional.ofNullable(method.getAnnotation(Produces.class))
                .orElseGet(() -> method.getDeclaringClass().getAnnotation(Produces.class));
        return Optional.ofNullable(produced)
                .map(each -> each.value()[0].replaceFirst(";.*", ""))
                .filter(media -> !media.equals(MediaType.APPLICATION_JSON));
    }

    private static Content content(String media, Schema schema) {
        return OASFactory.createContent()
                .addMediaType(media, OASFactory.createMediaType().schema(schema));
    }
}
