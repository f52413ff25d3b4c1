package io.steadfast.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {

    @TempDir
    private Path temporary;

    @Test
    void aSecretIsReadableToItsOwnerOnlyAndReplacedWhole() throws IOException, StartRefused {
        DataDirectory home = DataDirectory.open(temporary);
        home.writeSecret("secret.json", "a longer first text");
        home.writeSecret("secret.json", "second");
        assertThat(Files.readString(home.path("secret.json"))).isEqualTo("second");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.path("secret.json"))))
                .isEqualTo("rw-------");
        assertThat(home.path("secret.json.part")).doesNotExist();
    }

    @Test
    void theSameDirectoryIsHeldOnlyOnce() throws StartRefused {
        DataDirectory first = DataDirectory.open(temporary);
        assertThatThrownBy(() -> DataDirectory.open(temporary))
                .isInstanceOf(StartRefused.class)
                .hasMessage("Steadfast already runs on the data directory " + temporary + ".");
        assertThat(first.isHeld()).isTrue();
    }

    @Test
    void aDirectoryThatCannotBeMadeIsRefusedByItsName() throws IOException {
        Path below = Files.createFile(temporary.resolve("file")).resolve("home");
        assertThatThrownBy(() -> DataDirectory.open(below))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining(below + " can't be written");
    }

    @Test
    void anEmptiedDirectoryLosesWhatAnEarlierStartLeftButFollowsNoLink() throws IOException, StartRefused {
        DataDirectory home = DataDirectory.open(temporary.resolve("home"));
        Path elsewhere = Files.createDirectories(temporary.resolve("elsewhere"));
        Files.writeString(elsewhere.resolve("precious"), "kept");
        Path server = Files.createDirectories(home.path("server/deep"));
        Files.createSymbolicLink(server.resolve("link"), elsewhere);

        assertThat(home.emptied("server")).isEmptyDirectory();
        assertThat(elsewhere.resolve("precious")).hasContent("kept");
    }
}
