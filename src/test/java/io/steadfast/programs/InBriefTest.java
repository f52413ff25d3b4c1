package io.steadfast.programs;

import static org.assertj.core.api.Assertions.assertThat;

import io.steadfast.platform.i18n.Language;
import io.steadfast.programs.InBrief.About;
import io.steadfast.programs.core.Cap;
import io.steadfast.programs.core.Earning;
import io.steadfast.programs.core.ProgramDocument;
import io.steadfast.programs.core.WalletCap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Each part of a program says in one line what it does now. */
class InBriefTest {

    @Test
    void every_part_of_every_template_is_said_in_both_languages_without_a_hole() {
        List<String> odd = new ArrayList<>();
        for (String template : ProgramTemplates.names()) {
            ProgramDocument document = ProgramTemplates.find(template).orElseThrow();
            for (Language language : Language.values()) {
                for (About about : About.values()) {
                    Optional<String> text = InBrief.of(document, about, language.locale());
                    text.filter(InBriefTest::isOdd).ifPresent(one -> odd.add(template + " " + about + ": " + one));
                }
            }
        }
        assertThat(odd).isEmpty();
    }

    @Test
    void earning_names_the_rate_each_tier_and_plan_that_is_faster_and_the_limits() {
        assertThat(brief("P2", About.EARN, Language.ENGLISH))
                .isEqualTo("1 point per USD 1, 1.25 × for VIB, 1.5 × for Rouge.");
        assertThat(brief("P2", About.EARN, Language.CHINESE)).isEqualTo("每消费 USD 1 得 1 积分，VIB 1.25 倍，Rouge 1.5 倍。");
        assertThat(brief("P3", About.EARN, Language.ENGLISH))
                .isEqualTo("1 point per USD 1, 1.25 × for Silver, 2 × with Prime.");
        assertThat(brief("P7", About.EARN, Language.ENGLISH))
                .isEqualTo(
                        "1 point per started 100 m of ascent (at most 50 points a day per member), 1 point per EUR 1.");
        ProgramDocument capped = capped(template("P2"));
        assertThat(InBrief.of(capped, About.EARN, Language.ENGLISH.locale()))
                .contains("1 point per USD 1, 1.25 × for VIB, 1.5 × for Rouge, at most 500 points a day per member.");
        assertThat(InBrief.of(capped, About.LIMITS, Language.ENGLISH.locale()))
                .contains("At most 500 points a day per member.");
        assertThat(InBrief.of(capped, About.LIMITS, Language.CHINESE.locale())).contains("每位会员每天最多 500 积分。");
    }

    @Test
    void ladders_plans_rewards_gifts_and_giving_are_one_line_each() {
        assertThat(brief("P2", About.TIERS, Language.ENGLISH))
                .isEqualTo(
                        "Insider, VIB from USD 350, Rouge from USD 1,000: the tier follows what is spent in a year that"
                                + " begins in January. It lasts for the rest of the period and the whole next one.");
        assertThat(brief("P3", About.PLANS, Language.CHINESE))
                .isEqualTo("Prime 会员：每月 USD 14.99，前 30 天免费，享有免费配送、优先购买、会员价和 2 倍积分。");
        assertThat(brief("P1", About.REWARDS, Language.ENGLISH))
                .isEqualTo("3 rewards from 200 points to 900 points: GBP 5 voucher, Free delivery and Shaker.");
        assertThat(brief("P12", About.STAMPS, Language.ENGLISH))
                .isEqualTo(
                        "“Birthday gift” 7 days before the birthday. “Anniversary coupon” on the anniversary of joining.");
        assertThat(brief("P4", About.GIVING, Language.ENGLISH))
                .isEqualTo(
                        "USD 1 for every paid order, from you, for one of 3 charities or any other in your register.");
        assertThat(brief("P11", About.EXPIRY, Language.CHINESE)).isEqualTo("返现余额自购物或活动之日起 6 个月内有效（含当日）。");
    }

    @Test
    void what_a_program_has_not_got_is_not_said() {
        for (About about : List.of(About.EARN, About.TIERS, About.EXPIRY, About.REWARDS, About.PLANS, About.LIMITS)) {
            assertThat(InBrief.of(template("P4"), about, Language.ENGLISH.locale()))
                    .as(about.name())
                    .isEmpty();
        }
    }

    private static ProgramDocument capped(ProgramDocument document) {
        Earning earning = document.earning();
        Cap cap = new Cap(Cap.Scope.MEMBER, Cap.Period.DAY, Cap.Unit.POINTS, 500, Cap.Mode.TRIM);
        return document.withEarning(new Earning(
                earning.rules(),
                earning.groups(),
                earning.multipliers(),
                earning.basis(),
                earning.pending(),
                earning.budgets(),
                List.of(new WalletCap(document.wallets().get(0).code(), cap))));
    }

    private static String brief(String template, About about, Language language) {
        return InBrief.of(template(template), about, language.locale()).orElseThrow();
    }

    private static ProgramDocument template(String name) {
        return ProgramTemplates.find(name).orElseThrow();
    }

    private static boolean isOdd(String text) {
        return text.contains("briefs.")
                || text.contains("{")
                || text.contains("  ")
                || text.contains(" .")
                || text.contains("()")
                || !text.endsWith(".") && !text.endsWith("。");
    }
}
