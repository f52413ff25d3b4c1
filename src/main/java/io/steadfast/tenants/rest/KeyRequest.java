package io.steadfast.tenants.rest;

import io.steadfast.platform.refusals.FieldErrors;
import io.steadfast.platform.refusals.FieldReason;
import io.steadfast.platform.security.NewKey;
import io.steadfast.platform.security.Scope;
import io.steadfast.tenants.TenantRefusal;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST /tenants/{slug}/keys}.
 *
 * @param scopes left out, the key has all of them
 * @param stores left out, the key serves all of them
 */
public record KeyRequest(
        @Schema(required = true) @Nullable String label,
        @Nullable List<String> scopes,
        @Nullable List<String> stores) {

    private static final int LONGEST_LABEL = 100;

    NewKey checked() {
        FieldErrors errors = new FieldErrors();
        if (label == null || label.isBlank()) {
            errors.add("label", FieldReason.REQUIRED);
        } else if (label.length() > LONGEST_LABEL) {
            errors.add("label", FieldReason.TOO_LONG, java.util.Map.of("most", LONGEST_LABEL));
        }
        EnumSet<Scope> wanted = scopes == null ? EnumSet.allOf(Scope.class) : EnumSet.noneOf(Scope.class);
        List<String> named = scopes == null ? List.of() : scopes;
        for (int i = 0; i < named.size(); i++) {
            Optional<Scope> scope = Scope.ofCode(named.get(i));
            if (scope.isPresent()) {
                wanted.add(scope.get());
            } else {
                errors.add("scopes[" + i + "]", TenantRefusal.SCOPE_UNKNOWN);
            }
        }
        errors.refuseIfAny();
        return new NewKey(label == null ? "" : label.strip(), wanted, stores == null ? Set.of() : Set.copyOf(stores));
    }
}
