package io.steadfast.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WelcomeTest {

    private static final URI ADDRESS = URI.create("http://127.0.0.1:8080/");

    @TempDir
    private Path temporary;

    @Test
    void namesTheAddressAndTheDataDirectoryWithoutADemo() throws IOException, StartRefused {
        String text = Welcome.text(ADDRESS, DataDirectory.open(temporary));
        assertThat(text).contains("Steadfast is ready", "http://127.0.0.1:8080/", temporary.toString());
        assertThat(text).doesNotContain("API keys");
    }

    @Test
    void listsWhoCanSignInToTheDemoButShowsNoKey() throws IOException, StartRefused {
        Files.writeString(
                temporary.resolve("demo-credentials.json"),
                "{\"url\": \"http://127.0.0.1:8080/\", \"platformKey\": \"stp_1\", \"operator\": {\"email\":"
                        + " \"operator@steadfast.example\", \"password\": \"0per\"}, \"tenants\": [{\"slug\": \"innermost\","
                        + " \"name\": \"Innermost\", \"kind\": \"points\", \"apiKey\": \"stk_2\", \"users\": ["
                        + "{\"email\": \"mia@innermost.example\", \"password\": \"p4ss\", \"role\": \"STORE_STAFF\"}]}]}");
        String text = Welcome.text(ADDRESS, DataDirectory.open(temporary));
        assertThat(text).contains("The platform (at /platform)", "operator@steadfast.example", "0per");
        assertThat(text).contains("Innermost (brand: innermost)", "store staff", "mia@innermost.example", "p4ss");
        assertThat(text).contains(temporary.resolve("demo-credentials.json").toString());
        assertThat(text).doesNotContain("stp_1").doesNotContain("stk_2");
    }

    @Test
    void aFileOfAnEarlierVersionNamesNoOperator() throws IOException, StartRefused {
        Files.writeString(temporary.resolve("demo-credentials.json"), "{\"url\": \"\", \"tenants\": []}");
        assertThat(Welcome.text(ADDRESS, DataDirectory.open(temporary))).doesNotContain("/platform");
    }

    @Test
    void aBrokenCredentialsFileIsNamed() throws IOException, StartRefused {
        Files.writeString(temporary.resolve("demo-credentials.json"), "{\"tenants\": 1}");
        DataDirectory home = DataDirectory.open(temporary);
        assertThatThrownBy(() -> Welcome.text(ADDRESS, home))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("demo-credentials.json can't be read");
    }
}
