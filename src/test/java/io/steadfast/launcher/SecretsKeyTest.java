package io.steadfast.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsKeyTest {

    private static final String SETTING = "steadfast.secrets.key";
    private static final String KEY = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";

    @TempDir
    private Path temporary;

    private final Optional<String> before = Optional.ofNullable(System.getProperty(SETTING));

    @AfterEach
    void putBack() {
        before.ifPresentOrElse(value -> System.setProperty(SETTING, value), () -> System.clearProperty(SETTING));
    }

    private static Settings settings(String... environment) {
        Map<String, String> set = environment.length == 0 ? Map.of() : Map.of(environment[0], environment[1]);
        return new Settings(set, new Properties(), new Properties());
    }

    @Test
    void theFirstStartMakesOneThatOnlyItsOwnerReadsAndLaterStartsKeepIt() throws IOException, StartRefused {
        DataDirectory home = DataDirectory.open(temporary);
        SecretsKey.publish(settings(), home);
        Path file = temporary.resolve(SecretsKey.FILE);
        String made = Files.readString(file).strip();
        assertThat(System.getProperty(SETTING)).isEqualTo(made).hasSize(44);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        SecretsKey.publish(settings(), home);
        assertThat(System.getProperty(SETTING)).isEqualTo(made);
    }

    @Test
    void aSettingGoesBeforeTheFileWhoseKeyStillOpens() throws IOException, StartRefused {
        DataDirectory home = DataDirectory.open(temporary);
        SecretsKey.publish(settings("STEADFAST_SECRETS_KEY", KEY), home);
        assertThat(System.getProperty(SETTING)).isEqualTo(KEY);
        assertThat(temporary.resolve(SecretsKey.FILE)).doesNotExist();
        SecretsKey.publish(settings(), home);
        String made = System.getProperty(SETTING);
        SecretsKey.publish(settings("STEADFAST_SECRETS_KEY", KEY), home);
        assertThat(System.getProperty(SETTING)).isEqualTo(KEY + "," + made);
    }

    @Test
    void aDatabaseOfOnesOwnNeedsTheSetting() throws StartRefused {
        assertThatThrownBy(() -> SecretsKey.publish(settings()))
                .isInstanceOf(StartRefused.class)
                .hasMessage("STEADFAST_SECRETS_KEY is not set.");
        SecretsKey.publish(settings("STEADFAST_SECRETS_KEY", KEY));
        assertThat(System.getProperty(SETTING)).isEqualTo(KEY);
    }

    @Test
    void whatIsNoKeyIsRefusedWithoutBeingShown() {
        for (String wrong : new String[] {"hunter2", KEY + ",", "AAAA"}) {
            assertThatThrownBy(() -> SecretsKey.publish(settings("STEADFAST_SECRETS_KEY", wrong)))
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("openssl rand -base64 32")
                    .message()
                    .doesNotContain("hunter2");
        }
    }
}
