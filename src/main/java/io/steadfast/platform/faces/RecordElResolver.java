package io.steadfast.platform.faces;

import jakarta.el.ELContext;
import jakarta.el.ELResolver;
import jakarta.el.PropertyNotWritableException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Lets pages read the components of records, and Optionals as their value or nothing; EL 5 knows neither. */
public class RecordElResolver extends ELResolver {

    private final ConcurrentHashMap<Class<?>, Method[]> components = new ConcurrentHashMap<>();

    @Override
    public @Nullable Object getValue(ELContext context, @Nullable Object base, @Nullable Object property) {
        if (base instanceof Optional<?> optional) {
            if ("present".equals(property)) {
                context.setPropertyResolved(base, property);
                return optional.isPresent();
            }
            if ("value".equals(property)) {
                context.setPropertyResolved(base, property);
                return optional.orElse(null);
            }
            return null;
        }
        if (!(base instanceof Record) || property == null) {
            return null;
        }
        Optional<Method> component = component(base, property);
        component.ifPresent(found -> context.setPropertyResolved(base, property));
        return component.map(found -> value(found, base)).orElse(null);
    }

    private Optional<Method> component(Object record, Object property) {
        Method[] all = components.computeIfAbsent(record.getClass(), RecordElResolver::accessors);
        return Arrays.stream(all)
                .filter(one -> one.getName().equals(property.toString()))
                .findFirst();
    }

    /** Also methods without parameters that aren't components: a record's own words, as in {@code wallet.unit()}. */
    private static Method[] accessors(Class<?> record) {
        return Arrays.stream(record.getMethods())
                .filter(method -> method.getParameterCount() == 0 && method.getDeclaringClass() == record)
                .toArray(Method[]::new);
    }

    private static @Nullable Object value(Method component, Object record) {
        try {
            component.setAccessible(true);
            return component.invoke(record);
        } catch (IllegalAccessException | InvocationTargetException unreadable) {
            throw new IllegalStateException("A record's component can't be read: " + component, unreadable);
        }
    }

    @Override
    public @Nullable Class<?> getType(ELContext context, @Nullable Object base, @Nullable Object property) {
        return null;
    }

    @Override
    public void setValue(ELContext context, @Nullable Object base, @Nullable Object property, @Nullable Object value) {
        if (base instanceof Record) {
            throw new PropertyNotWritableException("A record doesn't change");
        }
    }

    @Override
    public boolean isReadOnly(ELContext context, @Nullable Object base, @Nullable Object property) {
        return base instanceof Record;
    }

    @Override
    public Class<?> getCommonPropertyType(ELContext context, @Nullable Object base) {
        return Object.class;
    }
}
