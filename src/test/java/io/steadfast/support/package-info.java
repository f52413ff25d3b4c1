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
 * <p><b>REST</b> ({@code *IT}): outside, over HTTP, as a till calls.
 *
 * <pre>{@code
 * class OrdersResourceIT extends ClientTest {
 *
 *     @Test
 *     void an_order_put_twice_earns_once() {
 *         Api till = Api.withKey(apiKey);
 *         Api.Answer first = till.withIdempotencyKey("1").put("/orders/pos/4711", order).expect(201);
 *         Api.Answer again = till.withIdempotencyKey("1").put("/orders/pos/4711", order).expect(201);
 *         assertThat(again.body()).isEqualTo(first.body());
 *         assertThat(till.get("/members/x").expect(404).code()).isEqualTo("MEMBER_UNKNOWN");
 *     }
 * }
 * }</pre>
 *
 * <p><b>Browser</b> ({@code *IT}): a real Chromium, a context per test, 1440 by 900 in English as {@code page}; others by
 * {@code deskIn(CHINESE)}, {@code phoneIn(ENGLISH)}. An error in the browser's console fails the test.
 *
 * <pre>{@code
 * class SignInIT extends BrowserTest {
 *
 *     @Test
 *     void a_marketer_signs_in() {
 *         page.navigate("/signin");
 *         page.getByLabel("E-mail").fill("mara@example.test");
 *         page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in")).click();
 *         assertThat(page).hasTitle("Home");
 *         assertAccessible(page);            // axe
 *         picture(page, "signed-in");        // target/screenshots/signed-in-1440.png and -390.png
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
