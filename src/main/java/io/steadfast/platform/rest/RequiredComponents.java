package io.steadfast.platform.rest;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedField;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.AnnotatedParameter;
import com.fasterxml.jackson.databind.introspect.NopAnnotationIntrospector;
import java.io.Serial;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a request's record declares is what a caller must send: a component that is neither optional nor nullable is there and
 * isn't null, or the request is refused by its name. Nothing stands in a list as null.
 */
final class RequiredComponents extends NopAnnotationIntrospector {

    @Serial
    private static final long serialVersionUID = 1L;

    @Override
    public @Nullable Boolean hasRequiredMarker(AnnotatedMember member) {
        return component(member).filter(RequiredComponents::isNeeded).isPresent() ? true : null;
    }

    @Override
    public JsonSetter.Value findSetterInfo(Annotated annotated) {
        return component(annotated)
                .map(component -> JsonSetter.Value.construct(
                        isNeeded(component) ? Nulls.FAIL : Nulls.DEFAULT,
                        isList(component.getGenericType()) ? Nulls.FAIL : Nulls.DEFAULT))
                .orElse(JsonSetter.Value.empty());
    }

    /** Primitive ones have a value of their own where nothing is sent. */
    private static boolean isNeeded(RecordComponent component) {
        return component.getType() != Optional.class
                && !component.getType().isPrimitive()
                && !component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    /** The same where it may be left out. */
    private static boolean isList(Type type) {
        if (!(type instanceof ParameterizedType of)) {
            return false;
        }
        return of.getRawType() == Optional.class
                ? isList(of.getActualTypeArguments()[0])
                : Collection.class.isAssignableFrom((Class<?>) of.getRawType());
    }

    private static Optional<RecordComponent> component(Annotated annotated) {
        if (annotated instanceof AnnotatedParameter parameter) {
            return components(parameter.getDeclaringClass())
                    .skip(parameter.getIndex())
                    .findFirst();
        }
        if (annotated instanceof AnnotatedField field) {
            return components(field.getDeclaringClass())
                    .filter(component -> component.getName().equals(field.getName()))
                    .findFirst();
        }
        return Optional.empty();
    }

    private static java.util.stream.Stream<RecordComponent> components(Class<?> type) {
        boolean request = type.isRecord() && type.getPackageName().endsWith(".rest");
        return request ? Arrays.stream(type.getRecordComponents()) : java.util.stream.Stream.empty();
    }
}
