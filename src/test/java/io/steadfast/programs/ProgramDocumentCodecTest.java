package io.steadfast.programs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.steadfast.platform.refusals.FieldError;
import io.steadfast.platform.refusals.Refusal;
import io.steadfast.programs.core.Problem;
import io.steadfast.programs.core.ProgramDocument;
import io.steadfast.shared.ProgramCode;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgramDocumentCodecTest {

    @Test
    void what_is_read_and_written_without_a_change_is_equal_to_the_byte() {
        for (String name : ProgramTemplates.names()) {
            ProgramDocument document = ProgramTemplates.find(name).orElseThrow();
            String written = ProgramDocumentCodec.write(document);
            assertThat(ProgramDocumentCodec.read(written)).isEqualTo(document);
            assertThat(ProgramDocumentCodec.write(ProgramDocumentCodec.read(written)))
                    .isEqualTo(written);
        }
    }

    @Test
    void an_unknown_field_is_refused_with_its_path() {
        String json = p2().replace("\"purpose\":", "\"colour\":\"red\",\"purpose\":");
        assertRefused(json, "wallets[0].colour", "UNKNOWN_FIELD");
    }

    @Test
    void an_unknown_field_inside_a_kind_is_refused_with_its_path() {
        String json = p2().replace("\"kind\":\"per_amount\",", "\"kind\":\"per_amount\",\"bonus\":1,");
        assertRefused(json, "earning.rules[0].effect.bonus", "UNKNOWN_FIELD");
    }

    @Test
    void a_duplicate_field_is_refused() {
        String json = p2().replace("\"purpose\":", "\"purpose\":\"reward\",\"purpose\":");
        assertThatThrownBy(() -> ProgramDocumentCodec.read(json))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(reasons(refusal)).containsExactly("DUPLICATE_FIELD"));
    }

    @Test
    void a_missing_field_is_refused_with_its_path() {
        assertRefused(p2().replace("\"decimals\":0,", ""), "wallets[0].decimals", "REQUIRED");
        assertRefused(p2().replace("\"groups\":[],", ""), "earning.groups", "REQUIRED");
        assertRefused(
                p2().replace(
                                "\"effect\":{\"kind\":\"per_amount\",\"points\":1,",
                                "\"effect\":{\"kind\":\"per_amount\","),
                "earning.rules[0].effect.points",
                "REQUIRED");
    }

    @Test
    void a_wrong_type_is_refused_with_its_path() {
        assertRefused(p2().replace("\"decimals\":0", "\"decimals\":\"0\""), "wallets[0].decimals", "WRONG_TYPE");
        assertRefused(
                p2().replace("\"points\":1,", "\"points\":\"1\","), "earning.rules[0].effect.points", "WRONG_TYPE");
        assertRefused(
                p2().replace("\"threshold\":35000", "\"threshold\":350.5"),
                "tierSets[0].tiers[1].threshold",
                "WRONG_TYPE");
    }

    @Test
    void a_schema_version_of_the_future_is_refused() {
        assertRefused(
                p2().replace("\"schemaVersion\":" + ProgramDocument.SCHEMA_VERSION, "\"schemaVersion\":99"),
                "schemaVersion",
                "OUT_OF_RANGE");
    }

    @Test
    void every_past_schema_version_is_read_and_brought_to_the_present() throws IOException {
        for (int version = 1; version < ProgramDocument.SCHEMA_VERSION; version++) {
            try (InputStream sample =
                    getClass().getResourceAsStream("/program-documents/schema-" + version + ".json")) {
                assertThat(sample).as("a sample of schema version " + version).isNotNull();
                ProgramDocument document = ProgramDocumentCodec.read(sample.readAllBytes());
                assertThat(document.schemaVersion()).isEqualTo(ProgramDocument.SCHEMA_VERSION);
                ProgramDocument present = ProgramTemplates.find("P2").orElseThrow();
                assertThat(document.basics()).isEqualTo(present.basics());
                assertThat(document.wallets()).isEqualTo(present.wallets());
                assertThat(document.earning()).isEqualTo(present.earning());
                assertThat(document.tierSets().get(0).tiers())
                        .extracting(tier -> tier.code() + " " + tier.threshold())
                        .containsExactly("INSIDER 0", "VIB 35000", "ROUGE 100000");
                assertThat(document.rewards()).isEqualTo(version < 3 ? List.of() : present.rewards());
                assertThat(document.entitlements()).isEqualTo(version < 3 ? List.of() : present.entitlements());
                assertThat(document.activityChecks()).isEmpty();
                assertThat(document.referral()).isEmpty();
                assertThat(document.terms()).isEqualTo(present.terms());
                assertThat(document.problems()).noneMatch(problem -> problem.severity() == Problem.Severity.PROBLEM);
            }
        }
    }

    @Test
    void a_template_takes_the_code_of_the_program() {
        assertThat(ProgramTemplates.find("P1", new ProgramCode("mine"))
                        .orElseThrow()
                        .basics()
                        .code())
                .isEqualTo(new ProgramCode("mine"));
        assertThat(ProgramTemplates.find("P99")).isEmpty();
    }

    private static String p2() {
        return ProgramDocumentCodec.write(ProgramTemplates.find("P2").orElseThrow());
    }

    private static void assertRefused(String json, String path, String code) {
        assertThat(json).isNotEqualTo(p2());
        assertThatThrownBy(() -> ProgramDocumentCodec.read(json)).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(reasons(refusal)).containsExactly(code);
            assertThat(refusal.errors().get(0).path()).isEqualTo(path);
        });
    }

    private static List<String> reasons(Refusal refusal) {
        return refusal.errors().stream()
                .map(FieldError::reason)
                .map(reason -> reason.name())
                .toList();
    }
}
