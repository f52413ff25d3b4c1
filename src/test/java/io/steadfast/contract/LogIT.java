package io.steadfast.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.steadfast.support.Api;
import io.steadfast.support.ClientTest;
import io.steadfast.support.Server;
import io.steadfast.support.TestPrograms;
import io.steadfast.support.TestTenant;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a person or a key is called never stands in the log, however a call ends. */
class LogIT extends ClientTest {

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
        api.postForm(
                        "/imports",
                        Map.of("kind", "members"),
                        "zebulonia.csv",
                        "externalId,name,email\n9,Zebulonia Quill,zebulonia quill\n".getBytes(StandardCharsets.UTF_8))
                .expect(202);
        Api.withKey(tenant.apiKey() + "wrong").get("/members/" + id).expect(401);
        String log = Files.readString(Server.log());
        for (String never : List.of(
                "Zebulonia",
                "zebulonia.quill",
                "7700901234",
                "zq-4711-secret",
                "1987-06-05",
                secret,
                tenant.apiKey(),
                tenant.apiKey().substring(tenant.apiKey().lastIndexOf('_') + 1),
                tenant.owner().password())) {
            assertThat(log.contains(never)).as("the log holds " + never).isFalse();
        }
    }
}
