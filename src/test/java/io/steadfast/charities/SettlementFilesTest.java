package io.steadfast.charities;

import static org.assertj.core.api.Assertions.assertThat;

import io.steadfast.charities.core.Destination;
import io.steadfast.charities.core.Donation;
import io.steadfast.charities.core.DonationKey;
import io.steadfast.charities.core.DonationState;
import io.steadfast.charities.core.Part;
import io.steadfast.charities.core.Settlement;
import io.steadfast.platform.tenancy.Tenant;
import io.steadfast.platform.tenancy.TenantStatus;
import io.steadfast.programs.core.CharityCode;
import io.steadfast.programs.core.LocalText;
import io.steadfast.shared.MemberId;
import io.steadfast.shared.Money;
import io.steadfast.shared.ProgramCode;
import io.steadfast.shared.RuleCode;
import io.steadfast.shared.TenantSlug;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class SettlementFilesTest {

    private static final Tenant TENANT = new Tenant(
            new TenantSlug("playful"),
            "Playful 玩乐 🎈",
            TenantStatus.ACTIVE,
            "t",
            "r",
            ZoneId.of("America/New_York"),
            Currency.getInstance("USD"),
            Locale.US,
            Optional.empty());

    private static final Settlement SETTLEMENT = new Settlement(
            new UUID(3, 4),
            12,
            new CharityCode("clean-seas"),
            LocalText.of("Clean Seas", "清洁海洋"),
            Optional.of("EIN 12-345"),
            Instant.parse("2026-06-01T02:00:00Z"),
            List.of(
                    new Settlement.Total(Part.BRAND, Money.of(123_450, "USD"), 1_234),
                    new Settlement.Total(Part.MEMBER, Money.of(500, "USD"), 1)),
            "Finn Finance",
            Optional.empty());

    @Test
    void the_receipt_says_who_paid_what_to_whom_in_english() throws IOException {
        String text = text(SettlementPdf.of(SETTLEMENT, TENANT, Locale.ENGLISH));
        assertThat(text)
                .contains("Settlement no. 12", "Clean Seas", "EIN 12-345", "clean-seas", "Finn Finance")
                .contains("May 31, 2026")
                .contains("Given by the brand", "1,234", "USD 1,234.50")
                .contains("Given by members", "USD 5.00")
                .contains("Paid to the charity", "USD 1,239.50")
                .contains("hasn't acknowledged");
    }

    @Test
    void chinese_is_embedded_and_a_letter_the_font_lacks_is_a_square() throws IOException {
        byte[] pdf = SettlementPdf.of(SETTLEMENT, TENANT, Locale.SIMPLIFIED_CHINESE);
        assertThat(text(pdf)).contains("结算单 12 号", "清洁海洋", "2026年5月31日", "支付给慈善机构", "玩乐 □");
        try (PDDocument document = Loader.loadPDF(pdf)) {
            for (var name : document.getPage(0).getResources().getFontNames()) {
                PDFont font = document.getPage(0).getResources().getFont(name);
                assertThat(font.isEmbedded()).isTrue();
                assertThat(font.getName()).contains("NotoSansSC");
            }
        }
        assertThat(pdf.length).as("a subset of the font only").isLessThan(200_000);
    }

    @Test
    void the_charitys_acknowledgement_stands_in_the_receipt_once_it_came() throws IOException {
        Settlement receipted = new Settlement(
                SETTLEMENT.id(),
                12,
                SETTLEMENT.charity(),
                SETTLEMENT.name(),
                Optional.empty(),
                SETTLEMENT.settledAt(),
                SETTLEMENT.totals(),
                SETTLEMENT.settledBy(),
                Optional.of(new Settlement.Receipt(Instant.parse("2026-06-10T12:00:00Z"), "R-77")));
        assertThat(text(SettlementPdf.of(receipted, TENANT, Locale.ENGLISH)))
                .contains("acknowledged this settlement on June 10, 2026: R-77");
    }

    @Test
    void the_list_has_a_line_for_each_donation_and_no_formula() {
        Donation donation = new Donation(
                new UUID(1, 1),
                Donation.Origin.of(new Donation.OrderRef(new UUID(1, 2), "shop", "=1+1,\"x\"")),
                new DonationKey(new MemberId(new UUID(1, 3)), new ProgramCode("p"), new RuleCode("dollar"), Part.BRAND),
                1,
                Currency.getInstance("USD"),
                100,
                Destination.of(new CharityCode("clean-seas")),
                Optional.empty(),
                DonationState.SETTLED,
                Instant.parse("2026-03-10T12:00:00Z"),
                Optional.empty(),
                Optional.of(SETTLEMENT.id()));
        assertThat(new String(SettlementCsv.of(List.of(donation)), StandardCharsets.UTF_8))
                .isEqualTo("donation,program,pledge,part,member,source,reference,points,occurred_at,currency,amount\r\n"
                        + "00000000-0000-0001-0000-000000000001,p,dollar,brand,00000000-0000-0001-0000-000000000003,"
                        + "shop,\"'=1+1,\"\"x\"\"\",,2026-03-10T12:00:00Z,USD,1.00\r\n");
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            // Where the font draws a character and its radical alike, a reader gets the radical: 日 comes back as ⽇.
            return Normalizer.normalize(new PDFTextStripper().getText(document), Normalizer.Form.NFKC);
        }
    }
}
