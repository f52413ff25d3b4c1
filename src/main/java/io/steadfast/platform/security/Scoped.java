package io.steadfast.platform.security;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The scope an API key needs for a resource's method; on the class for all its methods. With several any one of them will do. A
 * method that carries neither this nor {@link Open} nor {@link OperatorOnly} is closed to everybody.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Scoped {
    Scope[] value();
}
