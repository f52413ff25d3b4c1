package io.steadfast.platform.rest;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says of a call in the document which headers its successful answers carry beside those of every call; each test that makes the
 * call holds it against what is sent.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Sends {

    /** With every success. */
    String ETAG = "ETag";

    /** Where something was made or begun: with 201 and 202. */
    String LOCATION = "Location";

    /** With every success. */
    String DRAFT_ID = "Draft-Id";

    String[] value();
}
