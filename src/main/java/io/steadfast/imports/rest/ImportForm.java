package io.steadfast.imports.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.steadfast.imports.core.ImportKind;
import io.steadfast.imports.core.ImportPlan;
import io.steadfast.imports.core.ImportRefusal;
import io.steadfast.imports.core.Mappings;
import io.steadfast.platform.refusals.FieldErrors;
import io.steadfast.platform.refusals.FieldReason;
import io.steadfast.platform.rest.Json;
import io.steadfast.shared.ProgramCode;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The text parts of the form, by name. */
final class ImportForm {

    private static final Set<String> PARTS =
            Set.of("kind", "program", "mapping", "source", "effects", "createMembers", "dryRun");

    /** With the file. */
    static final int MOST_PARTS = PARTS.size() + 1;

    private static final List<String> EFFECTS = List.of("all", "metrics", "none");
    private static final int LONGEST = 100;

    private final Map<String, String> parts;
    private final FieldErrors errors = new FieldErrors();

    ImportForm(Map<String, String> parts) {
        this.parts = parts;
    }

    /** Refuses a part that no import has, before what it holds is read. */
    static void refuseUnknown(String name) {
        if (!PARTS.contains(name)) {
            throw FieldErrors.one(name, FieldReason.UNKNOWN_FIELD);
        }
    }

    ImportPlan plan(Json json) {
        Optional<ImportKind> kind = kind();
        Optional<ProgramCode> program = program();
        Map<String, String> mapping = kind.map(each -> mapping(each, json)).orElse(Map.of());
        String effects = parts.getOrDefault("effects", "all");
        if (!EFFECTS.contains(effects)) {
            errors.add("effects", FieldReason.NOT_ONE_OF, Map.of("allowed", String.join(", ", EFFECTS)));
        }
        String source = parts.getOrDefault("source", "import");
        if (source.isBlank() || source.length() > LONGEST) {
            errors.add("source", FieldReason.NOT_VALID);
        }
        boolean creating = yesNo("createMembers", "true");
        boolean rehearsing = yesNo("dryRun", "false");
        kind.filter(each -> program.isEmpty() && needsProgram(each, creating))
                .ifPresent(each -> errors.add("program", FieldReason.REQUIRED));
        errors.refuseIfAny();
        return new ImportPlan(
                kind.orElseThrow(),
                program,
                mapping,
                source,
                effects,
                creating ? ImportPlan.NewMembers.MADE : ImportPlan.NewMembers.REFUSED,
                rehearsing ? ImportPlan.Mode.DRY_RUN : ImportPlan.Mode.FOR_GOOD);
    }

    /** What two calls have in common that ask for the same: the boundary between the parts of a form differs each time. */
    byte[] content(String fileName, byte[] fileDigest) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        new TreeMap<>(parts).forEach((name, text) -> {
            add(content, name.getBytes(StandardCharsets.UTF_8));
            add(content, text.getBytes(StandardCharsets.UTF_8));
        });
        add(content, fileName.getBytes(StandardCharsets.UTF_8));
        add(content, fileDigest);
        return content.toByteArray();
    }

    /** With its length, so that two parts can't run into each other. */
    private static void add(ByteArrayOutputStream content, byte[] part) {
        content.writeBytes(
                ByteBuffer.allocate(Integer.BYTES).putInt(part.length).array());
        content.writeBytes(part);
    }

    private static boolean needsProgram(ImportKind kind, Boolean creating) {
        return kind == ImportKind.TIERS || kind == ImportKind.MEMBERSHIPS || (kind == ImportKind.ORDERS && creating);
    }

    private Optional<ImportKind> kind() {
        String text = parts.getOrDefault("kind", "");
        for (ImportKind kind : ImportKind.values()) {
            if (kind.name().toLowerCase(Locale.ROOT).equals(text)) {
                return Optional.of(kind);
            }
        }
        errors.add(
                "kind",
                text.isEmpty() ? FieldReason.REQUIRED : FieldReason.NOT_ONE_OF,
                Map.of("allowed", "members, orders, balances, tiers, memberships"));
        return Optional.empty();
    }

    private Optional<ProgramCode> program() {
        try {
            return Optional.ofNullable(parts.get("program")).map(ProgramCode::new);
        } catch (IllegalArgumentException none) {
            errors.add("program", FieldReason.NOT_VALID);
            return Optional.empty();
        }
    }

    private boolean yesNo(String name, String otherwise) {
        String text = parts.getOrDefault(name, otherwise);
        if (!text.equals("true") && !text.equals("false")) {
            errors.add(name, FieldReason.WRONG_TYPE, Map.of("expected", "true, false"));
        }
        return text.equals("true");
    }

    /** JSON from our field to the column, or the name of a mapping we know. */
    private Map<String, String> mapping(ImportKind kind, Json json) {
        String text = parts.getOrDefault("mapping", "").strip();
        Map<String, String> mapping = new HashMap<>();
        if (text.isEmpty()) {
            return mapping;
        }
        if (!text.startsWith("{")) {
            return Mappings.named(text).orElseGet(() -> {
                errors.add("mapping", ImportRefusal.MAPPING_UNKNOWN);
                return Map.of();
            });
        }
        JsonNode tree = json.tree(text.getBytes(StandardCharsets.UTF_8));
        tree.fields().forEachRemaining(each -> {
            String path = "mapping." + each.getKey();
            if (!kind.knows(each.getKey())) {
                errors.add(path, ImportRefusal.FIELD_UNKNOWN);
            } else if (!each.getValue().isTextual()
                    || each.getValue().textValue().isBlank()) {
                errors.add(path, FieldReason.WRONG_TYPE, Map.of("expected", "string"));
            } else {
                mapping.put(each.getKey(), each.getValue().textValue());
            }
        });
        return mapping;
    }
}
