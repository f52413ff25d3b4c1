package io.steadfast.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.steadfast.support.Api;
import io.steadfast.support.ClientTest;
import io.steadfast.support.Server;
import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SignInServiceIT extends ClientTest {

    private final Browser browser = new Browser();
    private String brand;
    private String email;
    private String password;

    @BeforeEach
    void makeABrand() {
        brand = "s" + UUID.randomUUID().toString().substring(0, 8);
        email = "owner@" + brand + ".example";
        JsonNode made = Api.operator()
                .post(
                        "/tenants",
                        Map.of(
                                "slug",
                                brand,
                                "name",
                                "Brand " + brand,
                                "sandbox",
                                true,
                                "currency",
                                "EUR",
                                "zone",
                                "Europe/Berlin",
                                "locale",
                                "en",
                                "owner",
                                Map.of("email", email, "name", "Olga Owner")))
                .expect(201)
                .json();
        password = made.path("owner").path("password").asText();
    }

    @Test
    void brand_address_and_password_let_a_person_in_and_the_session_has_a_new_id() throws Exception {
        browser.get("/signin");
        String before = browser.session();
        assertThat(signIn(brand, email, password)).isEqualTo("SIGNED_IN");
        assertThat(browser.session()).isNotEmpty().isNotEqualTo(before);
        assertThat(browser.get("/store/try").body()).startsWith("Olga Owner@" + brand);
    }

    @Test
    void letters_of_brand_and_address_may_be_large_or_small() throws Exception {
        assertThat(signIn(
                        brand.toUpperCase(java.util.Locale.ROOT),
                        " " + email.toUpperCase(java.util.Locale.ROOT),
                        password))
                .isEqualTo("SIGNED_IN");
    }

    @Test
    void nobody_learns_which_part_was_wrong() throws Exception {
        assertThat(signIn(brand, email, "not the password")).isEqualTo("WRONG");
        assertThat(signIn(brand, "nobody@example.com", password)).isEqualTo("WRONG");
        assertThat(signIn("no-such-brand", email, password)).isEqualTo("WRONG");
        assertThat(signIn("../etc", email, password)).isEqualTo("WRONG");
        assertThat(browser.get("/store/try").statusCode()).isEqualTo(302);
    }

    @Test
    void after_five_wrong_passwords_the_right_one_has_to_wait_too() throws Exception {
        for (int i = 0; i < 5; i++) {
            signIn(brand, email, "wrong password " + i);
        }
        assertThat(signIn(brand, email, password)).isEqualTo("LOCKED");
    }

    @Test
    void pages_send_strangers_to_the_sign_in_page() throws Exception {
        HttpResponse<String> answer = browser.get("/console/home");
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("/signin");
    }

    @Test
    void the_session_cookie_is_out_of_reach_of_scripts_and_other_sites() throws Exception {
        HttpResponse<String> answer =
                browser.post("/try/sign-in", Map.of("brand", brand, "email", email, "password", password));
        assertThat(answer.headers().allValues("Set-Cookie"))
                .isNotEmpty()
                .allMatch(cookie -> cookie.contains("HttpOnly"))
                .allMatch(cookie -> cookie.toLowerCase(java.util.Locale.ROOT).contains("samesite=lax"));
    }

    @Test
    void signing_out_ends_the_session() throws Exception {
        signIn(brand, email, password);
        browser.post("/try/sign-out", Map.of());
        assertThat(browser.get("/store/try").statusCode()).isEqualTo(302);
    }

    @Test
    void a_changed_password_ends_every_session_within_five_seconds() throws Exception {
        signIn(brand, email, password);
        Browser other = new Browser();
        other.post("/try/sign-in", Map.of("brand", brand, "email", email, "password", password));
        assertThat(other.get("/store/try").statusCode()).isEqualTo(200);
        browser.post("/try/password", Map.of("present", password, "next", "another good password"));
        Awaitility.await()
                .atMost(Duration.ofSeconds(5))
                .untilAsserted(
                        () -> assertThat(other.get("/store/try").statusCode()).isEqualTo(302));
        assertThat(browser.get("/store/try").statusCode()).isEqualTo(302);
        assertThat(signIn(brand, email, password)).isEqualTo("WRONG");
        assertThat(signIn(brand, email, "another good password")).isEqualTo("SIGNED_IN");
    }

    @Test
    void a_form_that_another_site_sends_is_refused() throws Exception {
        signIn(brand, email, password);
        HttpRequest.Builder request = browser.form("/try/sign-out", Map.of()).header("Origin", "https://evil.example");
        assertThat(browser.send(request).statusCode()).isEqualTo(403);
        assertThat(browser.get("/store/try").statusCode()).isEqualTo(200);
    }

    @Test
    void a_suspended_brand_lets_nobody_in() throws Exception {
        Api.operator().post("/tenants/" + brand + "/suspend", Map.of()).expect(200);
        assertThat(signIn(brand, email, password)).isEqualTo("CLOSED");
    }

    @Test
    void an_address_from_which_too_many_tries_were_wrong_has_to_wait_whoever_it_names() throws Exception {
        for (int wrong = 0; wrong < SignInLimit.MOST_WRONG; wrong++) {
            assertThat(signInFrom("198.51.100.7", "nobody" + wrong + "@example.com", "wrong"))
                    .isEqualTo("WRONG");
        }
        assertThat(signInFrom("198.51.100.7", email, password)).isEqualTo("PAUSED_HERE");
        assertThat(signInFrom("192.0.2.44, 198.51.100.7", email, password))
                .as("what the client wrote itself, left of what the proxy did")
                .isEqualTo("PAUSED_HERE");
        assertThat(signInFrom("198.51.100.8", email, password)).isEqualTo("SIGNED_IN");
    }

    private String signInFrom(String forwarded, String email, String password) throws Exception {
        HttpRequest.Builder form =
                browser.form("/try/sign-in", Map.of("brand", brand, "email", email, "password", password));
        return browser.send(form.header("X-Forwarded-For", forwarded)).body();
    }

    private String signIn(String brand, String email, String password) throws Exception {
        return browser.post("/try/sign-in", Map.of("brand", brand, "email", email, "password", password))
                .body();
    }

    /** Keeps cookies and follows no redirect. */
    private static final class Browser {

        private final CookieManager cookies = new CookieManager();
        private final HttpClient client =
                HttpClient.newBuilder().cookieHandler(cookies).build();

        HttpResponse<String> get(String path) throws IOException, InterruptedException {
            return send(HttpRequest.newBuilder(URI.create(Server.url() + path)));
        }

        HttpResponse<String> post(String path, Map<String, String> fields) throws IOException, InterruptedException {
            return send(form(path, fields));
        }

        HttpRequest.Builder form(String path, Map<String, String> fields) {
            String body = fields.entrySet().stream()
                    .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                    .collect(Collectors.joining("&"));
            return HttpRequest.newBuilder(URI.create(Server.url() + path))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(body));
        }

        HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }

        String session() {
            return cookies.getCookieStore().getCookies().stream()
                    .filter(cookie -> cookie.getName().equals("steadfast_session"))
                    .map(HttpCookie::getValue)
                    .collect(Collectors.joining());
        }
    }
}
