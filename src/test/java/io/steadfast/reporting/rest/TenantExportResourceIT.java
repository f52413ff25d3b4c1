package io.steadfast.reporting.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.steadfast.support.Api;
import io.steadfast.support.ClientTest;
import io.steadfast.support.Server;
import io.steadfast.support.TestDatabase;
import io.steadfast.support.TestTenant;
import io.steadfast.support.TestTenants;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

class TenantExportResourceIT extends ClientTest {

    /** The archive's files by name. */
    private static Map<String, String> files(String slug) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(Server.url() + "/platform/v1/tenants/" + slug + "/export"))
                .header("Authorization", "Bearer " + Server.PLATFORM_KEY)
                .build();
        HttpResponse<byte[]> answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/zip");
        Map<String, String> files = new LinkedHashMap<>();
        try (ZipInputStream archive = new ZipInputStream(new ByteArrayInputStream(answer.body()))) {
            for (ZipEntry file = archive.getNextEntry(); file != null; file = archive.getNextEntry()) {
                files.put(file.getName(), new String(archive.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    @Test
    void a_tenant_takes_what_is_theirs_with_them_and_nothing_of_others() throws Exception {
        TestTenants.Two tenants = TestTenants.makeTwo();
        tenants.mine()
                .api()
                .post("/members", Map.of("externalId", "m-1", "name", "王芳"))
                .expect(201);
        tenants.other().api().post("/members", Map.of("externalId", "o-1")).expect(201);
        Map<String, String> files = files(tenants.mine().slug());
        assertThat(files).containsOnlyKeys("members.csv", "entries.csv", "orders.csv", "vouchers.csv");
        assertThat(files.get("members.csv")).contains(",m-1,").contains("王芳").doesNotContain("o-1");
        assertThat(files.get("entries.csv").lines()).hasSize(1);
        try (Connection connection = TestDatabase.superuser();
                ResultSet row = connection
                        .createStatement()
                        .executeQuery("SELECT object_id FROM steadfast_control.operator_trail"
                                + " WHERE action = 'tenant.exported' ORDER BY id DESC LIMIT 1")) {
            assertThat(row.next()).as("operators' trail").isTrue();
            assertThat(row.getString(1)).isEqualTo(tenants.mine().slug());
        }
    }

    @Test
    void a_suspended_tenants_data_still_go_out() throws IOException, InterruptedException {
        TestTenant tenant = TestTenants.make(Map.of("sandbox", false));
        tenant.api().post("/members", Map.of("externalId", "m-1")).expect(201);
        Api.operator().post("/tenants/" + tenant.slug() + "/suspend", "").expect(200);
        assertThat(files(tenant.slug()).get("members.csv")).contains(",m-1,");
    }

    @Test
    void nobody_but_an_operator_gets_them_and_of_nobody_there_is_nothing() {
        TestTenant tenant = TestTenants.make(Map.of("sandbox", false));
        Api.operator()
                .withHeader("Authorization", "Bearer " + tenant.apiKey())
                .get("/tenants/" + tenant.slug() + "/export")
                .expect(401);
        assertThat(Api.operator().get("/tenants/never-was/export").expect(404).code())
                .isEqualTo("NOT_FOUND");
    }
}
