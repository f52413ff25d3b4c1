package io.steadfast.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.steadfast.rewards.RewardTill;
import io.steadfast.support.Api;
import io.steadfast.support.ClientTest;
import io.steadfast.support.Server;
import io.steadfast.support.TestPrograms;
import io.steadfast.support.TestTenant;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** What a person or a key is called never stands in the log, however a call ends. */
class LogIT extends ClientTest {

    private static final Set<String> OVER = Set.of("completed", "failed");

    @Test
    void neither_keys_nor_secrets_nor_people_stand_in_the_log() throws IOException {
        TestTenant tenant = TestPrograms.sandboxWith(
                Instant.parse("2026-06-15T12:00:00Z"), "P1", Instant.parse("2026-01-01T00:00:00Z"));
        Api api = tenant.api();
        Map<String, Object> person = Map.of(
                "name",
                "Zebulonia Quill",
                "email",
                "zebulonia.quill@example.test",
                "phone",
                "+447700901234",
                "externalId",
                "zq-4711-secret",
                "birthday",
                "1987-06-05");
        String id = api.post("/members", person).expect(201).json().path("id").asText();
        api.post("/members", person).expect(409);
        api.patch("/members/" + id, Map.of("email", "zebulonia quill at home")).expect(400);
        api.get("/members?email=zebulonia.quill@example.test").expect(200);
        api.post("/members", "{\"name\": \"Zebulonia Quill\", ").expect(400);
        String secret = api.post(
                        "/webhook-endpoints", Map.of("url", "https://zebulonia.example.com/hook", "description", "x"))
                .expect(201)
                .json()
                .path("secret")
                .asText();
        assertThat(secret).startsWith("whsec_");
        Api.Answer imported = api.postForm(
                        "/imports",
                        Map.of("kind", "members"),
                        "zebulonia.csv",
                        "externalId,name,email\n9,Zebulonia Quill,zebulonia quill\n".getBytes(StandardCharsets.UTF_8))
                .expect(202);
        String job = imported.json().path("id").asText();
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> OVER.contains(api.get("/jobs/" + job)
                        .expect(200)
                        .json()
                        .path("status")
                        .asText()));
        List<String> secrets = secrets(tenant);
        Api.withKey(tenant.apiKey() + "wrong").get("/members/" + id).expect(401);
        String log = Files.readString(Server.log());
        secrets.addAll(List.of(
                "Zebulonia",
                "zebulonia.quill",
                "7700901234",
                "zq-4711-secret",
                "1987-06-05",
                secret,
                tenant.apiKey(),
                tenant.apiKey().substring(tenant.apiKey().lastIndexOf('_') + 1),
                tenant.owner().password()));
        for (String never : secrets) {
            assertThat(log.contains(never)).as("the log holds " + never).isFalse();
        }
    }

    /** What is given out once: keys, secrets, voucher codes; each is used, wrongly too. */
    private static List<String> secrets(TestTenant tenant) {
        List<String> secrets = new ArrayList<>(List.of(Server.PLATFORM_KEY));
        String key = Api.operator()
                .post("/tenants/" + tenant.slug() + "/keys", Map.of("label", "till"))
                .expect(201)
                .json()
                .path("apiKey")
                .asText();
        Api.withKey(key).get("/stores").expect(200);
        Api.withKey(key).post("/stores", "{\"code\": \"").expect(400);
        secrets.add(key);
        String endpoint = Api.withKey(key)
                .post("/webhook-endpoints", Map.of("url", "https://hooks.example/x"))
                .expect(201)
                .json()
                .path("id")
                .asText();
        secrets.add(Api.withKey(key)
                .post("/webhook-endpoints/" + endpoint + "/rotate-secret", "")
                .expect(200)
                .json()
                .path("secret")
                .asText());
        RewardTill till = RewardTill.open();
        till.give(till.member, 1_000).stock("voucher-10", 5).expect(200);
        String code = till.redeem("voucher-10")
                .expect(201)
                .json()
                .at("/vouchers/0/code")
                .asText();
        till.use(code, "1", 2_00);
        till.use(code, "1", "two");
        till.api.get("/vouchers/" + code + "x").expect(404);
        till.api.post("/vouchers/" + code + "/block", Map.of("reason", "LOST"));
        secrets.add(code);
        assertThat(secrets).allMatch(secret -> secret.length() > 8);
        return secrets;
    }
}
