/**
 * What tests lean on. Four levels; two lanes run beside each other, each with one server, one database and one
 * browser for the whole run, which start when its first test asks for them and end with its process.
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
 *         TestTenants.Two tenants = TestTenants.makeTwo(); // each test its own; two, so that leaking shows
 *         Api till = tenants.mine().api();
 *         Api.Answer first = till.withIdempotencyKey("1").put("/orders/pos/4711", order).expect(201);
 *         Api.Answer again = till.withIdempotencyKey("1").put("/orders/pos/4711", order).expect(201);
 *         assertThat(again.body()).isEqualTo(first.body());
 *         assertThat(till.get("/members/x").expect(404).code()).isEqualTo("MEMBER_UNKNOWN");
 *     }
 * }
 * }</pre>
 *
 * <p>Every such call is held against the document at {@code /openapi} ({@link io.steadfast.support.DocumentCheck}): what fails
 * there is mended at the record or the resource (ADR 0014). A changed call renews what is kept: {@code api/refusals.properties}
 * ({@code mvn test -Dtest=RefusalListTest -Dsteadfast.refusals=renew}) and {@code src/site/resources/openapi.json}, from which
 * the client of {@code io.steadfast.contract} is made ({@code mvn verify -Dsurefire.skip -Dit.test=DocumentIT
 * -Dsteadfast.document=renew}); a new call gets a scene in {@code ConformanceIT}.
 *
 * <p><b>Browser</b> ({@code *IT}): a real Chromium, a context per test, 1440 by 900 in English as {@code page}; others by
 * {@code deskIn(CHINESE)}, {@code phoneIn(ENGLISH)}. An error in the browser's console fails the test.
 *
 * <pre>{@code
 * class SignInIT extends BrowserTest {
 *
 *     @Test
 *     void a_marketer_signs_in() {
 *         TestTenant tenant = TestTenants.make();
 *         signIn(page, tenant, tenant.person("MARKETER"));
 *         assertThat(page).hasTitle("Home");
 *         page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Programs")).click();
 *         assertAccessible(page);            // axe
 *         picture(page, "signed-in");        // with -Dpictures: target/screenshots/signed-in-1440.png, -390.png
 *     }
 * }
 * }</pre>
 *
 * <p>The server's output is {@code target/container-1/server.log}; its tail is in the failure when it doesn't start.
 * {@link io.steadfast.support.TestDatabase#superuser()} (outside the server only) looks behind the product's back. {@link
 * io.steadfast.support.TestTenants} and {@link io.steadfast.support.Api} work inside the server too. Run one class: {@code mvn -o verify -Dit.test=OrdersResourceIT -Dsurefire.skip}.
 */
@NullMarked
package io.steadfast.support;

import org.jspecify.annotations.NullMarked;
