package io.steadfast.platform.rest;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Says of a call in the document that it is done once for an {@code Idempotency-Key}; a test holds it against what is done. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface OncePerKey {

    /** Whether it moves points, vouchers or money, so that it is refused without a key. */
    boolean required() default false;
}
