package io.steadfast.designer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.steadfast.programs.ProgramTemplates;
import io.steadfast.programs.core.Problem;
import io.steadfast.programs.core.ProblemCode;
import io.steadfast.programs.core.ProgramDocument;
import io.steadfast.shared.ProgramCode;
import java.util.List;
import org.junit.jupiter.api.Test;

class NewProgramTest {

    private static NewProgram.Said said(String name, String currency, String zone, String worth) {
        return new NewProgram.Said(NewProgram.Goal.RETENTION, name, "en", currency, zone, worth, "80", "40");
    }

    @Test
    void a_new_program_gives_nothing_yet_and_says_so() {
        ProgramDocument made =
                NewProgram.document(new ProgramCode("club"), said("Club", "usd", "America/Los_Angeles", "2"));
        assertThat(made.earning().rules()).isEmpty();
        assertThat(made.rewards()).isEmpty();
        assertThat(made.wallets()).hasSize(1);
        assertThat(made.wallets().get(0).code().value()).isEqualTo("club-points");
        assertThat(made.problems()).extracting(Problem::code).contains(ProblemCode.NO_RULE, ProblemCode.NEVER_EXPIRES);
        assertThat(made.problems()).noneMatch(problem -> problem.severity() == Problem.Severity.PROBLEM);
    }

    @Test
    void what_does_not_fit_is_refused_with_what_was_typed() {
        for (NewProgram.Said wrong : List.of(
                said("", "USD", "UTC", "1"),
                said("Club", "DOLLAR", "UTC", "1"),
                said("Club", "USD", "Mars", "1"),
                said("Club", "USD", "UTC", "much"))) {
            assertThatThrownBy(() -> NewProgram.document(new ProgramCode("club"), wrong))
                    .as(wrong.toString())
                    .isInstanceOf(NotThat.class);
        }
    }

    @Test
    void a_code_is_made_of_any_name() {
        assertThat(NewProgram.code("  Café & Friends! ")).isEqualTo("cafe-friends");
        assertThat(NewProgram.code("会员俱乐部")).isEqualTo("program");
        assertThat(NewProgram.code("x".repeat(80))).hasSize(30);
    }

    @Test
    void a_copy_of_every_template_has_wallets_of_its_own_and_no_new_problem() {
        for (String name : ProgramTemplates.names()) {
            ProgramDocument template = ProgramTemplates.find(name).orElseThrow();
            ProgramDocument copy = NewProgram.copy(template, new ProgramCode("again"));
            assertThat(copy.basics().code().value()).isEqualTo("again");
            assertThat(copy.wallets())
                    .as(name)
                    .allMatch(wallet -> wallet.code().value().startsWith("again-points"));
            assertThat(copy.problems()).as(name).hasSameSizeAs(template.problems());
        }
    }
}
