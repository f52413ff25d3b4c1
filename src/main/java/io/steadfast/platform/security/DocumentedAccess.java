package io.steadfast.platform.security;

import io.steadfast.platform.rest.ApiDocumentFilter;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Makes the document of the API and tells in it which scope each call needs, as {@link ScopeFilter} asks for it. */
public final class DocumentedAccess extends ApiDocumentFilter {

    public DocumentedAccess() {
        super(DocumentedAccess::of);
    }

    private static String of(Method method) {
        Class<?> resource = method.getDeclaringClass();
        Scoped scoped = ScopeFilter.said(method, resource, Scoped.class);
        if (scoped != null) {
            return "Needs a key with the scope "
                    + Arrays.stream(scoped.value())
                            .map(scope -> "`" + scope.code() + "`")
                            .collect(Collectors.joining(" or "))
                    + ".";
        }
        return ScopeFilter.said(method, resource, Open.class) == null ? "Needs the platform key." : "Needs no key.";
    }
}
