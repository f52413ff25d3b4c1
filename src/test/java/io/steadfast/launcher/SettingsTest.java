package io.steadfast.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class SettingsTest {

    private final Properties system = new Properties();
    private final Properties defaults = new Properties();

    private Settings settings(Map<String, String> environment) {
        return new Settings(environment, system, defaults);
    }

    @Test
    void aSystemPropertyGoesBeforeTheEnvironmentAndThatBeforeTheDefault() {
        defaults.setProperty("steadfast.db.user", "default");
        assertThat(settings(Map.of()).find("steadfast.db.user")).contains("default");

        Map<String, String> environment = Map.of("STEADFAST_DB_USER", "environment");
        assertThat(settings(environment).find("steadfast.db.user")).contains("environment");

        system.setProperty("steadfast.db.user", "system");
        assertThat(settings(environment).find("steadfast.db.user")).contains("system");
    }

    @Test
    void anEmptyValueIsNoValue() {
        assertThat(settings(Map.of("STEADFAST_DB_URL", " ")).embeddedDatabase()).isTrue();
        assertThat(settings(Map.of("STEADFAST_DB_URL", "jdbc:postgresql://db/steadfast"))
                        .embeddedDatabase())
                .isFalse();
    }

    @Test
    void theDataDirectoryIsUnderTheUsersHomeUnlessSet() {
        system.setProperty("user.home", "/home/ada");
        assertThat(settings(Map.of()).home()).isEqualTo(Path.of("/home/ada/.steadfast"));
        assertThat(settings(Map.of("STEADFAST_HOME", "/srv/../srv/steadfast")).home())
                .isEqualTo(Path.of("/srv/steadfast"));
    }

    @Test
    void aPortThatIsNoneIsRefusedByItsName() {
        for (String port : new String[] {"0", "65536", "99999999999", "http", "-1"}) {
            assertThatThrownBy(() -> settings(Map.of("STEADFAST_PORT", port)).port())
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("STEADFAST_PORT is " + port);
        }
    }

    @Test
    void cheapHashesOfPasswordsAreForThisMachineAndItsOwnDatabaseOnly() throws Exception {
        defaults.setProperty("steadfast.bind", "127.0.0.1");
        defaults.setProperty("steadfast.password.memory", "19456");
        settings(Map.of("STEADFAST_BIND", "0.0.0.0", "STEADFAST_DB_URL", "jdbc:postgresql://db/steadfast"))
                .demandSafePasswords();
        settings(Map.of("STEADFAST_PASSWORD_MEMORY", "64")).demandSafePasswords();
        for (Map<String, String> open : List.of(
                Map.of("STEADFAST_BIND", "0.0.0.0", "STEADFAST_PASSWORD_MEMORY", "19455"),
                Map.of("STEADFAST_DB_URL", "jdbc:postgresql://db/steadfast", "STEADFAST_PASSWORD_MEMORY", "64"),
                Map.of("STEADFAST_PASSWORD_MEMORY", "2000000"),
                Map.of("STEADFAST_PASSWORD_MEMORY", "much"))) {
            assertThatThrownBy(() -> settings(open).demandSafePasswords())
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("STEADFAST_PASSWORD_MEMORY is " + open.get("STEADFAST_PASSWORD_MEMORY"));
        }
    }

    @Test
    void aMissingSettingIsNamedAsAnOperatorWritesIt() {
        assertThatThrownBy(() -> settings(Map.of()).get("steadfast.db.admin.password"))
                .isInstanceOf(StartRefused.class)
                .hasMessage("STEADFAST_DB_ADMIN_PASSWORD is not set.");
    }

    @Test
    void thePackagedDefaultsKeepTheProductOnThisMachineAndPort8080() throws StartRefused {
        Settings packaged = Settings.ofThisProcess();
        assertThat(packaged.find("steadfast.demo")).contains("true");
        assertThat(new Settings(Map.of(), new Properties(), packagedDefaults()).bind())
                .isEqualTo("127.0.0.1");
        assertThat(new Settings(Map.of(), new Properties(), packagedDefaults()).port())
                .isEqualTo(8080);
    }

    private static Properties packagedDefaults() {
        Properties defaults = new Properties();
        try (var file = Settings.class.getResourceAsStream("/META-INF/microprofile-config.properties")) {
            defaults.load(file);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return defaults;
    }
}
