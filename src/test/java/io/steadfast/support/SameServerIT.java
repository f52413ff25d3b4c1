package io.steadfast.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

class SameServerIT extends ClientTest {

    @Test
    void a_test_outside_talks_to_the_server_that_the_tests_inside_run_in() throws Exception {
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(Server.url() + "/ArquillianServletRunnerEE9"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isNotEqualTo(404);
    }
}
