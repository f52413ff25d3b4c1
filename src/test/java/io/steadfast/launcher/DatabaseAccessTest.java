package io.steadfast.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class DatabaseAccessTest {

    @Test
    void postgreSql15To18IsSupportedAndItsNeighboursAreRefusedByNumber() {
        for (int version = 15; version <= 18; version++) {
            int supported = version;
            assertThatCode(() -> DatabaseAccess.demandSupported(supported)).doesNotThrowAnyException();
        }
        assertThatThrownBy(() -> DatabaseAccess.demandSupported(14))
                .isInstanceOf(StartRefused.class)
                .hasMessage("The database is PostgreSQL 14; Steadfast needs 15 to 18.");
        assertThatThrownBy(() -> DatabaseAccess.demandSupported(19)).isInstanceOf(StartRefused.class);
    }

    @Test
    void anotherDatabaseIsRefused() {
        DatabaseAccess other = new DatabaseAccess("jdbc:mysql://db/steadfast", "a", "b", "c", "d");
        assertThatThrownBy(other::check)
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("must begin with jdbc:postgresql:");
    }

    @Test
    void aDatabaseThatIsDownIsRefusedInOneLineWithoutThePassword() {
        String nobody = "jdbc:postgresql://127.0.0.1:" + ProductProcess.freePort() + "/steadfast";
        DatabaseAccess down = new DatabaseAccess(nobody, "app", "secret-1", "admin", "secret-2");
        assertThatThrownBy(down::check)
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("can't be reached as app")
                .hasMessageNotContaining("secret")
                .hasMessageNotContaining("\n");
        assertThat(down.toString()).doesNotContain("secret");
    }
}
