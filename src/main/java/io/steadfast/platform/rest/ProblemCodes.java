package io.steadfast.platform.rest;

import io.steadfast.platform.refusals.FieldReason;
import io.steadfast.shared.RefusalReason;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.models.Operation;

/** The codes that a call may be refused with, by status: those of its feature and those of every door. */
final class ProblemCodes {

    /** As {@code platform.idempotency} calls it, which stands above this package. */
    static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    private static final String ROOT = "io.steadfast.";
    /** What most features pass on of what stands below them: a member, a program, a wallet. */
    private static final Set<String> BELOW = Set.of("members", "ledger", "programs", "choices");

    /** The server's own refusals that aren't a 400 although nobody understood the request. */
    private static final Map<DoorReason, String> OF_THE_SERVER = Map.of(
            DoorReason.METHOD_NOT_ALLOWED, "405",
            DoorReason.NOT_ACCEPTABLE, "406",
            DoorReason.UNSUPPORTED_MEDIA_TYPE, "415");

    private static final Set<String> EVERYWHERE = Set.of("platform.rest", "platform.refusals");
    private static final String OF_A_KEY = "platform.idempotency";
    private static final Set<String> OF_A_BODY = Set.of(
            DoorReason.BODY_MISSING.name(), DoorReason.BODY_TOO_LARGE.name(), DoorReason.UNSUPPORTED_MEDIA_TYPE.name());
    private static final Set<String> OF_A_VERSION =
            Set.of(DoorReason.IF_MATCH_REQUIRED.name(), DoorReason.STALE_VERSION.name());
    private static final Set<String> OF_A_LIST = Set.of(DoorReason.CURSOR_NOT_VALID.name());

    private final Map<String, String> featureOf = new HashMap<>();
    private final Map<String, Map<String, Set<String>>> byFeature = new HashMap<>();

    ProblemCodes() {
        for (Class<?> type : RestClasses.of(resource -> true)) {
            for (Method method : type.getMethods()) {
                var operation = method.getAnnotation(org.eclipse.microprofile.openapi.annotations.Operation.class);
                if (operation != null) {
                    featureOf.put(operation.operationId(), feature(type));
                }
            }
        }
        for (Class<?> type : RestClasses.reasons()) {
            for (Object constant : type.getEnumConstants()) {
                add(feature(type), (RefusalReason) constant);
            }
        }
    }

    private void add(String feature, RefusalReason reason) {
        // What is wrong with a field stands beside it; the request as a whole has one code for that.
        boolean whole = !(reason instanceof FieldReason) || reason == FieldReason.INVALID_REQUEST;
        if (whole && reason != DoorReason.INTERNAL_ERROR) {
            byFeature
                    .computeIfAbsent(feature, key -> new TreeMap<>())
                    .computeIfAbsent(status(reason), key -> new TreeSet<>())
                    .add(reason.name());
        }
    }

    private static String status(RefusalReason reason) {
        String ofTheServer = reason instanceof DoorReason door ? OF_THE_SERVER.get(door) : null;
        return ofTheServer == null ? Integer.toString(Problems.status(reason.kind())) : ofTheServer;
    }

    /** Status to codes; of what every door refuses, what a call of this form can come to. */
    Map<String, Set<String>> of(Operation call) {
        Map<String, Set<String>> codes = new TreeMap<>();
        EVERYWHERE.forEach(mechanism -> merge(codes, byFeature.getOrDefault(mechanism, Map.of())));
        boolean keyed = takes(call, IDEMPOTENCY_KEY);
        // Where no body is needed, one that is sent may still be of the wrong form.
        if (!keyed && call.getRequestBody() == null) {
            remove(codes, OF_A_BODY);
        }
        if (!takes(call, "If-Match")) {
            remove(codes, OF_A_VERSION);
        }
        if (!takes(call, "cursor")) {
            remove(codes, OF_A_LIST);
        }
        if (keyed) {
            merge(codes, byFeature.getOrDefault(OF_A_KEY, Map.of()));
        }
        String feature = featureOf.get(String.valueOf(call.getOperationId()));
        if (feature != null) {
            merge(codes, byFeature.getOrDefault(feature, Map.of()));
            BELOW.forEach(below -> merge(codes, byFeature.getOrDefault(below, Map.of())));
        }
        return codes;
    }

    private static boolean takes(Operation call, String parameter) {
        return call.getParameters() != null
                && call.getParameters().stream().anyMatch(each -> parameter.equals(each.getName()));
    }

    private static void remove(Map<String, Set<String>> from, Set<String> codes) {
        from.values().forEach(names -> names.removeAll(codes));
        from.values().removeIf(Set::isEmpty);
    }

    private static void merge(Map<String, Set<String>> into, Map<String, Set<String>> more) {
        more.forEach((status, names) ->
                into.computeIfAbsent(status, key -> new TreeSet<>()).addAll(names));
    }

    /** The feature's name; for a mechanism with its own. */
    private static String feature(Class<?> type) {
        String[] path = type.getPackageName().substring(ROOT.length()).split("\\.", -1);
        return path[0].equals("platform") ? path[0] + "." + path[1] : path[0];
    }
}
