package io.steadfast.platform.faces;

import jakarta.el.ELContext;
import jakarta.el.ELResolver;
import org.jspecify.annotations.Nullable;

/**
 * What wasn't chosen from a list, or wasn't sent at all, is an empty text for a bean, as what wasn't typed is: no setter of a
 * page ever sees null. Faces gives null for the empty choice of a list, whatever is set for empty fields.
 */
public class EmptyTextElResolver extends ELResolver {

    @Override
    public void setValue(ELContext context, @Nullable Object base, @Nullable Object property, @Nullable Object value) {
        if (value != null || base == null || property == null) {
            return;
        }
        ELResolver all = context.getELResolver();
        boolean text = String.class.equals(all.getType(context, base, property));
        context.setPropertyResolved(false);
        if (text) {
            all.setValue(context, base, property, "");
        }
    }

    @Override
    public @Nullable Object getValue(ELContext context, @Nullable Object base, @Nullable Object property) {
        return null;
    }

    @Override
    public @Nullable Class<?> getType(ELContext context, @Nullable Object base, @Nullable Object property) {
        return null;
    }

    @Override
    public boolean isReadOnly(ELContext context, @Nullable Object base, @Nullable Object property) {
        return false;
    }

    @Override
    public Class<?> getCommonPropertyType(ELContext context, @Nullable Object base) {
        return Object.class;
    }
}
