package io.steadfast.programs.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.steadfast.support.ClientTest;
import io.steadfast.support.TestTenants;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ProgramSchemaResourceIT extends ClientTest {

    @Test
    void the_schema_of_program_documents_is_published() {
        JsonNode schema = TestTenants.makeAt(Instant.parse("2026-03-01T12:00:00Z"))
                .api()
                .get("/schemas/program")
                .expect(200)
                .json();
        assertThat(schema.path("$schema").asText()).isEqualTo("https://json-schema.org/draft/2020-12/schema");
        assertThat(schema.at("/properties/schemaVersion/const").isInt()).isTrue();
        assertThat(schema.at("/$defs/Effect/oneOf").size()).isGreaterThan(3);
    }
}
