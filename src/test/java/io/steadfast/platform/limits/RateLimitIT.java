package io.steadfast.platform.limits;

import static org.assertj.core.api.Assertions.assertThat;

import io.steadfast.platform.security.ApiKeyService;
import io.steadfast.support.Api;
import io.steadfast.support.AtWork;
import io.steadfast.support.ContainerTest;
import io.steadfast.support.TestTenant;
import io.steadfast.support.TestTenants;
import jakarta.inject.Inject;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** A key that has called as often as it may in a minute. */
class RateLimitIT extends ContainerTest {

    @Inject
    RateLimits limits;

    private static final int TOO_MANY = 429;
    private static final int TRIES = 100;

    @Inject
    ApiKeyService keys;

    @Inject
    AtWork work;

    @Test
    void it_is_refused_by_name_and_told_when_to_come_back_and_no_other_key_is() throws Exception {
        TestTenant tenant = TestTenants.make();
        Api other = tenant.apiWith("programs:read");
        String key = work.call(
                tenant,
                () -> keys.all().stream()
                        .filter(each -> !each.label().equals("narrow"))
                        .findFirst()
                        .orElseThrow()
                        .id()
                        .toString());
        tenant.api().get("/stores").expect(200);
        Api.Answer refused =
                whileItCalls(tenant, key, () -> tenant.api().get("/stores")).expect(429);
        assertThat(refused.code()).isEqualTo("RATE_LIMITED");
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isPositive();
        assertThat(refused.header("RateLimit")).startsWith("\"key\";r=0;t=");
        assertThat(refused.header("RateLimit-Policy")).contains("\"key\";q=");
        other.get("/stores").expect(200);
        TestTenants.make().api().get("/stores").expect(200);
    }

    /** The bucket fills again as fast as it may be emptied: somebody takes all there is for as long as it takes. */
    private Api.Answer whileItCalls(TestTenant tenant, String key, Supplier<Api.Answer> call) throws Exception {
        AtomicBoolean over = new AtomicBoolean();
        CountDownLatch empty = new CountDownLatch(1);
        Thread busy = new Thread(() -> {
            while (!over.get()) {
                if (limits.count(tenant.slug(), key).waitSeconds() > 0) {
                    empty.countDown();
                }
            }
        });
        busy.start();
        try {
            assertThat(empty.await(30, TimeUnit.SECONDS)).isTrue();
            Api.Answer answer = call.get();
            // On a busy machine whoever takes all may be kept waiting just then.
            for (int again = 0; answer.status() != TOO_MANY && again < TRIES; again++) {
                answer = call.get();
            }
            return answer;
        } finally {
            over.set(true);
            busy.join();
        }
    }
}
