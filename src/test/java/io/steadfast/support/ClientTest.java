package io.steadfast.support;

import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.extension.ExtendWith;

/** A test that stands outside, as a till or a browser does, and speaks HTTP with the same server. */
@RunAsClient
@ExtendWith({ArquillianExtension.class, BooksHoldExtension.class, Secrets.class})
public abstract class ClientTest {}
