package io.steadfast.designer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.steadfast.programs.ProgramDocumentCodec;
import io.steadfast.programs.ProgramTemplates;
import io.steadfast.programs.core.Problem;
import io.steadfast.programs.core.ProblemCode;
import io.steadfast.programs.core.ProgramDocument;
import io.steadfast.programs.core.ProgramKind;
import io.steadfast.programs.core.Wallet;
import io.steadfast.shared.ProgramCode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class NewProgramTest {

    private static NewProgram.Said said(String name, String currency, String zone, String worth) {
        return new NewProgram.Said(
                NewProgram.Goal.RETENTION,
                ProgramKind.TIERED,
                new NewProgram.Values(name, "en", currency, zone, worth, "80", "40"));
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

    @Test
    void for_referrals_it_begins_with_what_a_friend_and_who_brings_them_get() {
        NewProgram.Values values = new NewProgram.Values("Friends", "en", "EUR", "Europe/Berlin", "1", "", "");
        for (ProgramKind kind : List.of(ProgramKind.POINTS, ProgramKind.TIERED, ProgramKind.PAID)) {
            ProgramDocument made = NewProgram.document(
                    new ProgramCode("friends"), new NewProgram.Said(NewProgram.Goal.REFERRAL, kind, values));
            assertThat(made.basics().kind()).isEqualTo(kind);
            assertThat(made.referral()).isPresent();
            assertThat(made.earning().rules()).hasSize(2);
            assertThat(made.problems()).noneMatch(problem -> problem.severity() == Problem.Severity.PROBLEM);
        }
    }

    @Test
    void a_template_takes_the_values_that_are_given_and_keeps_the_rest() {
        ProgramDocument template = ProgramTemplates.find("P2").orElseThrow();
        ProgramDocument made = NewProgram.with(
                template, new NewProgram.Values("Glow", "en", "eur", "Europe/Berlin", "1.5", "70", "55"));
        assertThat(made.basics().name().in(Locale.ENGLISH)).isEqualTo("Glow");
        assertThat(made.basics().currency().getCurrencyCode()).isEqualTo("EUR");
        assertThat(made.basics().zone().getId()).isEqualTo("Europe/Berlin");
        assertThat(made.basics().grossMarginPercent()).contains(new BigDecimal("55"));
        Wallet.PointValue value = made.wallets().get(0).value().orElseThrow();
        assertThat(value).isEqualTo(new Wallet.PointValue(new BigDecimal("1.5"), new BigDecimal("70")));
        String text = ProgramDocumentCodec.write(made);
        assertThat(text).doesNotContain("USD", "美元").contains("\"EUR\":100}", "EUR 10 voucher", "10 欧元礼券");
        // At that worth its rewards cost more than they did: a warning that stands where it is made.
        assertThat(made.problems()).noneMatch(problem -> problem.severity() == Problem.Severity.PROBLEM);
        NewProgram.Values nothing = new NewProgram.Values("", "en", "", "", "", "", "");
        for (String name : ProgramTemplates.names()) {
            ProgramDocument untouched = ProgramTemplates.find(name).orElseThrow();
            assertThat(NewProgram.with(untouched, nothing)).isEqualTo(untouched);
        }
    }

    @Test
    void every_template_reckons_in_another_currency_of_as_many_decimals_and_in_no_other() {
        for (String name : ProgramTemplates.names()) {
            ProgramDocument template = ProgramTemplates.find(name).orElseThrow();
            String before = template.basics().currency().getCurrencyCode();
            ProgramDocument made = NewProgram.with(template, new NewProgram.Values("", "en", "CNY", "", "", "", ""));
            assertThat(ProgramDocumentCodec.write(made)).as(name).doesNotContain("\"" + before + "\"");
            assertThat(made.problems()).as(name).hasSameSizeAs(template.problems());
            assertThatThrownBy(() -> NewProgram.with(template, new NewProgram.Values("", "en", "JPY", "", "", "", "")))
                    .as(name)
                    .isInstanceOf(NotThat.class);
        }
    }
}
