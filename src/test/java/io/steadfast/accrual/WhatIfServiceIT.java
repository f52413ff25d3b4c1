package io.steadfast.accrual;

import static org.assertj.core.api.Assertions.assertThat;

import io.steadfast.programs.ProgramDocumentCodec;
import io.steadfast.programs.ProgramTemplates;
import io.steadfast.programs.core.ProgramDocument;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.ProgramCode;
import io.steadfast.support.ContainerTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** What a changed program would have given for the orders there have been. */
class WhatIfServiceIT extends ContainerTest {

    private static final String START = "2026-01-01T00:00:00Z";
    private static final String BOUGHT = "2026-03-14T10:00:00Z";

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
        WhatIfService.WhatIf changed =
                shop.call(() -> whatIf.compare(present, ProgramDocumentCodec.read(halved), 1_000));
        assertThat(changed.orders()).isEqualTo(3);
        assertThat(changed.less()).isEqualTo(2);
        assertThat(changed.more()).isZero();
        assertThat(changed.membersLess()).isEqualTo(2);
        assertThat(changed.pointsBefore()).isEqualTo(50);
        assertThat(changed.pointsAfter()).isEqualTo(25);
        assertThat(changed.cases()).extracting(WhatIfService.Case::reference).containsExactly("2", "1");
        WhatIfService.WhatIf same = shop.call(() -> whatIf.compare(present, present, 1_000));
        assertThat(same.cases()).isEmpty();
        assertThat(shop.call(() -> whatIf.compare(present, present, 1)).orders())
                .isEqualTo(1);
    }
}
