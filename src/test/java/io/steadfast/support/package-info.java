/**
 * What tests lean on. Four levels, one server, one database and one browser for the whole run; each starts when the
 * first test asks for it.
 *
 * <p><b>Unit</b> ({@code *Test}, Surefire): plain JUnit and AssertJ, no base class, nothing started.
 *
 * <p><b>Container</b> ({@code *IT}, Failsafe): inside the server, in the war that is shipped. No deployment method, no
 * list of classes; every test class and every resource under {@code src/test/resources} is in the war.
 *
 * <pre>{@code
 * class LedgerServiceIT extends ContainerTest {
 *
 *     @Inject
 *     LedgerService ledger;
 *
 *     @Test
 *     void a_posting_is_in_the_balance() {
 *         // not here: @Nested, @ParameterizedTest, @BeforeAll, Playwright, ArchUnit
 *     }
 * }
 * }</pre>
 *
 * <p><b>REST</b> ({@code *IT}): outside, over HTTP.
 *
 * <pre>{@code
 * class OrdersResourceIT extends ClientTest {
 *
 *     @Test
 *     void an_order_put_twice_earns_once() {
 *         HttpResponse<String> answer = ... Server.url() + "/api/v1/..."
 *     }
 * }
 * }</pre>
 *
 * <p>The server's output is {@code target/container/server.log}; its tail is in the failure when it doesn't start.
 * {@link io.steadfast.support.TestDatabase#superuser()} (outside the server only) looks behind the product's back. Run
 * one class: {@code mvn -o verify -Dit.test=OrdersResourceIT -Dsurefire.skip}.
 */
@NullMarked
package io.steadfast.support;

import org.jspecify.annotations.NullMarked;
