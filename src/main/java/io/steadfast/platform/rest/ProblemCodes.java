package io.steadfast.platform.rest;

import io.steadfast.platform.refusals.FieldReason;
import io.steadfast.shared.RefusalReason;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.models.Operation;

/**
 * The codes that a call may be refused with, by status: its own, which are kept in a list that a test of the architecture makes of
 * what the call's code can come to, and those of every door that a call of its form can meet. A reason that the list doesn't know
 * yet is told at every call of its feature, so that none is ever missing.
 */
final class ProblemCodes {

    /** As {@code platform.idempotency} calls it, which stands above this package. */
    static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    private static final String LIST = "/api/refusals.properties";
    private static final String OF_A_KEY = "IdempotencyReason";

    /** The server's own refusals that aren't a 400 although nobody understood the request. */
    private static final Map<DoorReason, String> OF_THE_SERVER = Map.of(
            DoorReason.METHOD_NOT_ALLOWED, "405",
            DoorReason.NOT_ACCEPTABLE, "406",
            DoorReason.UNSUPPORTED_MEDIA_TYPE, "415");

    private static final Set<RefusalReason> OF_A_BODY =
            Set.of(DoorReason.BODY_MISSING, DoorReason.BODY_TOO_LARGE, DoorReason.UNSUPPORTED_MEDIA_TYPE);
    private static final Set<RefusalReason> OF_A_VERSION =
            Set.of(DoorReason.IF_MATCH_REQUIRED, DoorReason.STALE_VERSION);
    private static final Set<RefusalReason> OF_A_LIST = Set.of(DoorReason.CURSOR_NOT_VALID);

    private static final String ROOT = "io.steadfast.";

    private final Properties list = new Properties();
    private final Map<String, List<RefusalReason>> reasons = new HashMap<>();
    private final Map<String, String> featureOf = new HashMap<>();
    private final Map<String, List<RefusalReason>> newIn = new HashMap<>();

    ProblemCodes() {
        try (InputStream kept = Objects.requireNonNull(ProblemCodes.class.getResourceAsStream(LIST))) {
            list.load(kept);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        for (Class<?> type : RestClasses.reasons()) {
            reasons.put(
                    type.getSimpleName(),
                    Arrays.stream(type.getEnumConstants())
                            .map(RefusalReason.class::cast)
                            .toList());
        }
        for (Class<?> type : RestClasses.of(resource -> true)) {
            for (Method method : type.getMethods()) {
                Optional.ofNullable(method.getAnnotation(org.eclipse.microprofile.openapi.annotations.Operation.class))
                        .ifPresent(said -> featureOf.put(said.operationId(), feature(type)));
            }
        }
        Set<RefusalReason> known = list.stringPropertyNames().stream()
                .flatMap(key -> listed(key).stream())
                .collect(Collectors.toSet());
        reasons.values().stream()
                .flatMap(List::stream)
                .filter(reason -> !known.contains(reason))
                .forEach(reason -> newIn.computeIfAbsent(feature(reason.getClass()), key -> new ArrayList<>())
                        .add(reason));
    }

    private static String feature(Class<?> type) {
        return type.getPackageName().substring(ROOT.length()).replaceFirst("\\..*", "");
    }

    /** Status to codes. */
    Map<String, Set<String>> of(Operation call) {
        List<RefusalReason> all = new ArrayList<>(ofTheDoor(call));
        String id = String.valueOf(call.getOperationId());
        all.addAll(listed(id));
        all.addAll(newIn.getOrDefault(featureOf.getOrDefault(id, ""), List.of()));
        Map<String, Set<String>> codes = new TreeMap<>();
        all.forEach(reason ->
                codes.computeIfAbsent(status(reason), status -> new TreeSet<>()).add(reason.name()));
        return codes;
    }

    /** What is wrong with a field stands beside it; the request as a whole has one code for that. */
    private List<RefusalReason> ofTheDoor(Operation call) {
        boolean keyed = takes(call, IDEMPOTENCY_KEY);
        List<RefusalReason> all = new ArrayList<>(List.of(DoorReason.values()));
        all.add(FieldReason.INVALID_REQUEST);
        all.remove(DoorReason.INTERNAL_ERROR);
        if (keyed) {
            all.addAll(reasons.getOrDefault(OF_A_KEY, List.of()));
        }
        // Where no body is needed, one that is sent may still be of the wrong form.
        if (!keyed && call.getRequestBody() == null) {
            all.removeAll(OF_A_BODY);
        }
        if (!takes(call, "If-Match")) {
            all.removeAll(OF_A_VERSION);
        }
        if (!takes(call, "cursor")) {
            all.removeAll(OF_A_LIST);
        }
        return all;
    }

    private static boolean takes(Operation call, String parameter) {
        return call.getParameters() != null
                && call.getParameters().stream().anyMatch(each -> parameter.equals(each.getName()));
    }

    private List<RefusalReason> listed(String key) {
        return Arrays.stream(list.getProperty(key, "").split(",", -1))
                .filter(name -> !name.isEmpty())
                .flatMap(name -> reasons.getOrDefault(name.substring(0, name.indexOf('.')), List.of()).stream()
                        .filter(reason -> name.endsWith("." + reason.name())))
                .toList();
    }

    private static String status(RefusalReason reason) {
        String ofTheServer = reason instanceof DoorReason door ? OF_THE_SERVER.get(door) : null;
        return ofTheServer == null ? Integer.toString(Problems.status(reason.kind())) : ofTheServer;
    }
}
