package io.steadfast.accrual.rest;

import io.steadfast.accrual.NamedMember;
import io.steadfast.accrual.ReportedActivity;
import io.steadfast.platform.refusals.FieldErrors;
import io.steadfast.platform.refusals.FieldReason;
import io.steadfast.programs.core.Trigger;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An activity as the API contract shows it; an attribute is one value or a list of values. */
public record ActivityRequest(
        @Schema(required = true) @Nullable String type,
        @Schema(required = true) @Nullable String source,
        @Schema(required = true) @Nullable String reference,
        @Schema(required = true) @Nullable MemberReference member,
        @Schema(required = true) @Nullable Instant occurredAt,
        @Nullable Map<String, Object> attributes) {

    ReportedActivity reported() {
        FieldErrors errors = new FieldErrors();
        ReportedActivity activity = reported(new OrderFields(errors, ""));
        errors.refuseIfAny();
        return activity;
    }

    ReportedActivity reported(OrderFields fields) {
        if (member == null) {
            fields.missing("member");
        }
        if (type != null && Trigger.Side.owns(type)) {
            fields.wrong("type", FieldReason.NOT_ALLOWED);
        }
        return new ReportedActivity(
                fields.code("type", type),
                fields.code("source", source),
                fields.code("reference", reference),
                member == null ? new NamedMember(NamedMember.By.EXTERNAL_ID, "") : member.named(fields.errors()),
                fields.instant("occurredAt", occurredAt),
                attributes(fields));
    }

    private Map<String, List<String>> attributes(OrderFields fields) {
        Map<String, Object> given = attributes == null ? Map.of() : attributes;
        fields.most("attributes", given.size(), OrderFields.MOST_ATTRIBUTES);
        Map<String, List<String>> read = new TreeMap<>();
        given.forEach((name, value) -> read.put(name, values(fields.in("attributes"), name, value)));
        return read;
    }

    private static List<String> values(OrderFields fields, String name, @Nullable Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(each -> value(fields, name, each)).toList();
        }
        return List.of(value(fields, name, value));
    }

    private static String value(OrderFields fields, String name, @Nullable Object value) {
        if (value instanceof String text) {
            return fields.code(name, text);
        }
        if (value instanceof BigDecimal number) {
            return number.stripTrailingZeros().toPlainString();
        }
        if (value instanceof Number || value instanceof Boolean) {
            return value.toString();
        }
        fields.wrong(name, FieldReason.NOT_VALID);
        return "";
    }
}
