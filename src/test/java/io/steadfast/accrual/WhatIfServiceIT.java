package io.steadfast.accrual;

import static org.assertj.core.api.Assertions.assertThat;

import io.steadfast.accrual.core.WhatIf;
import io.steadfast.programs.ProgramDocumentCodec;
import io.steadfast.programs.ProgramTemplates;
import io.steadfast.programs.core.ProgramDocument;
import io.steadfast.programs.core.Transition;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.ProgramCode;
import io.steadfast.support.ContainerTest;
import jakarta.inject.Inject;
import java.util.Currency;
import org.junit.jupiter.api.Test;

/** What a changed program would have given for the orders there have been. */
class WhatIfServiceIT extends ContainerTest {

    private static final String START = "2026-01-01T00:00:00Z";
    private static final String BOUGHT = "2026-03-14T10:00:00Z";

    private static final WhatIfService.Given NOTHING = (document, judgement, order) -> 0;

    @Inject
    Shop shop;

    @Inject
    WhatIfService whatIf;

    @Test
    void half_the_rate_gives_every_order_less_and_the_same_document_gives_the_same() {
        shop.open("2026-03-14T12:00:00Z");
        ProgramCode program = shop.publish("P1", START);
        MemberId anna = shop.member("anna", START, program);
        MemberId ben = shop.member("ben", START, program);
        shop.put(anna, Shop.order("1", BOUGHT, "GBP", Shop.line("A", 1, 4_050)));
        shop.put(ben, Shop.order("2", BOUGHT, "GBP", Shop.line("A", 1, 1_000)));
        shop.put(ben, Shop.order("3", BOUGHT, "GBP", Shop.line("A", 1, 0)));
        ProgramDocument present = ProgramTemplates.find("P1", program).orElseThrow();
        String halved = ProgramDocumentCodec.write(present).replace("\"per\":{\"GBP\":100}", "\"per\":{\"GBP\":200}");
        ProgramDocument changed = ProgramDocumentCodec.read(halved);
        WhatIf found = shop.call(() -> whatIf.compare(present, changed, 1_000, NOTHING));
        assertThat(found.orders()).isEqualTo(3);
        assertThat(found.sums())
                .containsExactly(new WhatIf.Sum(
                        WhatIf.Kind.of(present.wallets().get(0).code()), 0, 2, 0, 2, 0, 25, new WhatIf.Amount(50, 25)));
        assertThat(found.cases()).extracting(WhatIf.Case::reference).containsExactly("2", "1");
        assertThat(found.members()).extracting(WhatIf.Touched::member).containsExactly(anna, ben);
        assertThat(shop.call(() -> whatIf.compare(present, present, 1_000, NOTHING))
                        .same())
                .isTrue();
        assertThat(shop.call(() -> whatIf.compare(present, present, 1, NOTHING)).orders())
                .isEqualTo(1);
        ProgramDocument better =
                ProgramDocumentCodec.read(halved.replace("\"earn\":\"new\"", "\"earn\":\"better_of\""));
        assertThat(better.transition().earn()).isEqualTo(Transition.Earn.BETTER_OF);
        assertThat(shop.call(() -> whatIf.compare(present, better, 1_000, NOTHING))
                        .same())
                .isTrue();
    }

    @Test
    void what_goes_to_charity_is_a_kind_of_its_own() {
        shop.open("2026-03-14T12:00:00Z");
        ProgramCode program = shop.publish("P1", START);
        MemberId anna = shop.member("anna", START, program);
        shop.put(anna, Shop.order("1", BOUGHT, "GBP", Shop.line("A", 1, 4_050)));
        ProgramDocument present = ProgramTemplates.find("P1", program).orElseThrow();
        ProgramDocument changed = ProgramDocumentCodec.read(
                ProgramDocumentCodec.write(present).replace("\"per\":{\"GBP\":100}", "\"per\":{\"GBP\":200}"));
        WhatIf found = shop.call(() -> whatIf.compare(
                present, changed, 1_000, (document, judgement, order) -> document.equals(changed) ? 40 : 0));
        WhatIf.Sum given = found.sums().get(1);
        assertThat(given.kind()).isEqualTo(WhatIf.Kind.giving(Currency.getInstance("GBP")));
        assertThat(given.gained()).isEqualTo(40);
        assertThat(given.membersMore()).isEqualTo(1);
        assertThat(found.members().get(0).amounts()).hasSize(2);
    }
}
