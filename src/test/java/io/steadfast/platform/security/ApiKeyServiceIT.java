package io.steadfast.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.steadfast.platform.refusals.Refusal;
import io.steadfast.support.Api;
import io.steadfast.support.ContainerTest;
import io.steadfast.support.InTenant;
import io.steadfast.support.TestTenant;
import io.steadfast.support.TestTenants;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class ApiKeyServiceIT extends ContainerTest {

    private static final String READ = "/programs";

    @Inject
    private ApiKeyService keys;

    @Inject
    private InTenant inTenant;

    private final TestTenant brand = TestTenants.make(Map.of("sandbox", false));

    @Test
    void a_key_opens_what_its_scopes_allow_and_nothing_else() throws Exception {
        IssuedKey reader = issue(Scope.PROGRAMS_READ);
        Api.withKey(reader.secret()).get(READ).expect(200);
        assertThat(Api.withKey(issue(Scope.ORDERS_WRITE).secret())
                        .get(READ)
                        .expect(403)
                        .code())
                .isEqualTo("FORBIDDEN");
    }

    @Test
    void no_key_a_wrong_key_and_another_brands_secret_open_nothing() {
        assertThat(Api.anonymous().get(READ).expect(401).code()).isEqualTo("UNAUTHENTICATED");
        Api.withKey("sk_" + brand.slug() + "_0123").get(READ).expect(401);
        Api.withKey("sk_no-such-brand_" + "0".repeat(48)).get(READ).expect(401);
        String secret = brand.apiKey().substring(brand.apiKey().lastIndexOf('_'));
        Api.withKey("sk_" + TestTenants.make(Map.of("sandbox", false)).slug() + secret)
                .get(READ)
                .expect(401);
    }

    @Test
    void a_platform_key_is_no_tenants_key_and_a_tenants_key_no_platform_key() {
        Api.operator().get("/tenants").expect(200);
        Api.withKey(io.steadfast.support.Server.PLATFORM_KEY).get(READ).expect(401);
        Api.operator()
                .withHeader("Authorization", "Bearer " + brand.apiKey())
                .get("/tenants")
                .expect(401);
    }

    @Test
    void another_brands_key_is_none_to_end() throws Exception {
        IssuedKey theirs = issue(Scope.PROGRAMS_READ);
        assertThatThrownBy(() -> inTenant.call(TestTenants.make(), () -> {
                    keys.revoke(theirs.id());
                    return theirs;
                }))
                .isInstanceOfSatisfying(
                        Refusal.class, refused -> assertThat(refused.reason()).isEqualTo(SecurityRefusal.KEY_UNKNOWN));
        Api.withKey(theirs.secret()).get(READ).expect(200);
    }

    @Test
    void a_revoked_key_is_dead_within_five_seconds() throws Exception {
        IssuedKey key = issue(Scope.PROGRAMS_READ);
        Api.withKey(key.secret()).get(READ).expect(200);
        inTenant.call(brand, () -> {
            keys.revoke(key.id());
            return key;
        });
        Awaitility.await()
                .atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> Api.withKey(key.secret()).get(READ).expect(401));
    }

    @Test
    void a_rotated_key_works_for_the_overlap_beside_its_successor() throws Exception {
        IssuedKey old = issue(Scope.PROGRAMS_READ);
        IssuedKey next = inTenant.call(brand, () -> keys.rotate(old.id(), Duration.ofHours(1)));
        Api.withKey(old.secret()).get(READ).expect(200);
        Api.withKey(next.secret()).get(READ).expect(200);
        IssuedKey last = inTenant.call(brand, () -> keys.rotate(next.id(), Duration.ZERO));
        Api.withKey(last.secret()).get(READ).expect(200);
        Awaitility.await()
                .atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> Api.withKey(next.secret()).get(READ).expect(401));
    }

    @Test
    void the_last_use_is_shown_and_the_secret_never_again() throws Exception {
        IssuedKey key = issue(Scope.PROGRAMS_READ);
        Api.withKey(key.secret()).get(READ).expect(200);
        KeyView view = view(key.id());
        assertThat(view.lastUsedAt()).isPresent();
        assertThat(view.toString()).doesNotContain(key.secret());
        assertThat(key.secret()).endsWith(view.secretEnd());
    }

    @Test
    void a_suspended_brands_keys_open_nothing_until_it_is_resumed() throws Exception {
        IssuedKey key = issue(Scope.PROGRAMS_READ);
        Api.operator().post("/tenants/" + brand.slug() + "/suspend", "{}").expect(200);
        assertThat(Api.withKey(key.secret()).get(READ).expect(403).code()).isEqualTo("TENANT_SUSPENDED");
        Api.operator().post("/tenants/" + brand.slug() + "/resume", "{}").expect(200);
        Api.withKey(key.secret()).get(READ).expect(200);
    }

    private IssuedKey issue(Scope scope) throws Exception {
        return inTenant.call(brand, () -> keys.issue(new NewKey("test", Set.of(scope), Set.of())));
    }

    private KeyView view(UUID id) throws Exception {
        return inTenant.call(brand, () -> keys.all()).stream()
                .filter(key -> key.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
