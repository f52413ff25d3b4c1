package io.steadfast.support;

import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test that runs inside the server, in the war that is shipped, with {@code @Inject}, {@code @EJB} and
 * {@code @Resource} filled. Not inside the server: {@code @Nested} (isn't injected), {@code @ParameterizedTest} (N rows
 * run N times N times), {@code @BeforeAll} (runs on the client only).
 */
@ExtendWith({ArquillianExtension.class, BooksHoldExtension.class, Secrets.class})
public abstract class ContainerTest {}
