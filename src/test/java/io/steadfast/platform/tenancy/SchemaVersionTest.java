package io.steadfast.platform.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SchemaVersionTest {

    @Test
    void a_version_reads_back_as_it_was_written() {
        assertThat(SchemaVersion.parse(new SchemaVersion(61, 14).toString())).isEqualTo(new SchemaVersion(61, 14));
    }

    @Test
    void a_migration_more_is_newer_even_when_its_number_is_lower() {
        assertThat(new SchemaVersion(61, 14).isOlderThan(new SchemaVersion(61, 15)))
                .isTrue();
        assertThat(new SchemaVersion(61, 15).isOlderThan(new SchemaVersion(61, 14)))
                .isFalse();
    }

    @Test
    void the_same_version_is_neither_older_nor_newer() {
        assertThat(new SchemaVersion(61, 14).isOlderThan(new SchemaVersion(61, 14)))
                .isFalse();
    }
}
