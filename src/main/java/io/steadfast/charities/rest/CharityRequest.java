package io.steadfast.charities.rest;

import com.fasterxml.jackson.databind.JsonNode;
import io.steadfast.charities.WebAddress;
import io.steadfast.charities.core.CharityProfile;
import io.steadfast.charities.core.CharityRefusal;
import io.steadfast.charities.core.CharityStatus;
import io.steadfast.platform.refusals.FieldErrors;
import io.steadfast.platform.refusals.FieldReason;
import io.steadfast.programs.core.CharityCode;
import io.steadfast.programs.core.LocalText;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A charity as a caller sends one. Adding one reads every field; changing one reads the fields that are there, and {@code
 * null} takes a value away.
 *
 * @param code of A-Z a-z 0-9 _ . -; never changes
 * @param name by language, as in {@code {"en": "Clean Seas"}}, or one text for all
 * @param description as the name
 */
public record CharityRequest(
        @Schema(required = true) @Nullable String code,

        @Schema(
                required = true,
                oneOf = {String.class, Map.class})
        @Nullable
        JsonNode name,

        @Schema(oneOf = {String.class, Map.class}) @Nullable JsonNode description,
        @Nullable String url,
        @Nullable String registrationNumber,
        @Nullable CharityStatus status) {

    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*");
    private static final LocalText NONE = new LocalText(new TreeMap<>());
    private static final int MOST_LANGUAGES = 20;
    private static final int MOST_NAME = 200;
    private static final int MOST_TEXT = 2_000;

    CharityCode newCode() {
        if (code == null || code.isBlank()) {
            throw FieldErrors.one("code", FieldReason.REQUIRED);
        }
        if (!CharityCode.isOne(code)) {
            throw FieldErrors.one("code", CharityRefusal.CHARITY_CODE_NOT_VALID);
        }
        return new CharityCode(code);
    }

    CharityProfile profile() {
        return changed(
                new CharityProfile(NONE, NONE, Optional.empty(), Optional.empty(), CharityStatus.OPEN),
                Set.of("name", "description", "url", "registrationNumber", "status"));
    }

    /** @param sent the names of the fields that were there */
    CharityProfile changed(CharityProfile before, Set<String> sent) {
        FieldErrors errors = new FieldErrors();
        if (sent.contains("code")) {
            errors.add("code", FieldReason.NOT_ALLOWED);
        }
        LocalText called = sent.contains("name") ? text("name", name, MOST_NAME, errors) : before.name();
        if (called.byLanguage().values().stream().allMatch(String::isBlank) && errors.isEmpty()) {
            errors.add("name", FieldReason.REQUIRED);
        }
        CharityProfile profile = new CharityProfile(
                called,
                sent.contains("description")
                        ? text("description", description, MOST_TEXT, errors)
                        : before.description(),
                sent.contains("url") ? address(errors) : before.url(),
                sent.contains("registrationNumber") ? registration(errors) : before.registration(),
                status == null ? before.status() : status);
        errors.refuseIfAny();
        return profile;
    }

    private static LocalText text(String field, @Nullable JsonNode node, int most, FieldErrors errors) {
        TreeMap<String, String> byLanguage = new TreeMap<>();
        if (node == null || node.isNull()) {
            return NONE;
        }
        if (node.isTextual()) {
            byLanguage.put("en", node.textValue());
        } else if (node.isObject() && node.size() <= MOST_LANGUAGES) {
            node.fields().forEachRemaining(each -> {
                if (LANGUAGE.matcher(each.getKey()).matches() && each.getValue().isTextual()) {
                    byLanguage.put(each.getKey(), each.getValue().textValue());
                } else {
                    errors.add(field + "." + each.getKey(), FieldReason.NOT_VALID);
                }
            });
        } else {
            errors.add(field, FieldReason.WRONG_TYPE, Map.of("expected", "object"));
        }
        byLanguage.forEach((language, value) -> {
            if (value.length() > most) {
                errors.add(field + "." + language, FieldReason.TOO_LONG, Map.of("most", most));
            }
        });
        return new LocalText(byLanguage);
    }

    private Optional<String> address(FieldErrors errors) {
        if (url == null || url.isBlank()) {
            return Optional.empty();
        }
        if (WebAddress.isOne(url)) {
            return Optional.of(url);
        }
        errors.add("url", CharityRefusal.URL_NOT_VALID);
        return Optional.empty();
    }

    private Optional<String> registration(FieldErrors errors) {
        if (registrationNumber != null && registrationNumber.length() > MOST_NAME) {
            errors.add("registrationNumber", FieldReason.TOO_LONG, Map.of("most", MOST_NAME));
        }
        return Optional.ofNullable(registrationNumber).filter(text -> !text.isBlank());
    }
}
