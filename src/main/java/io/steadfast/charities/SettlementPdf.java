package io.steadfast.charities;

import io.steadfast.charities.core.Settlement;
import io.steadfast.platform.i18n.Texts;
import io.steadfast.platform.tenancy.Tenant;
import io.steadfast.shared.Money;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;

/**
 * The receipt of a batch: who paid what to whom, on one page, in one language. Says what was settled and nothing else, so
 * that the same batch always gives the same receipt until the charity acknowledges it.
 */
final class SettlementPdf {

    private final Settlement settlement;
    private final Tenant tenant;
    private final Locale language;

    private SettlementPdf(Settlement settlement, Tenant tenant, Locale language) {
        this.settlement = settlement;
        this.tenant = tenant;
        this.language = language;
    }

    static byte[] of(Settlement settlement, Tenant tenant, Locale language) {
        return new SettlementPdf(settlement, tenant, language).written();
    }

    private byte[] written() {
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            PDDocumentInformation about = new PDDocumentInformation();
            about.setTitle(title());
            about.setAuthor(tenant.name());
            document.setDocumentInformation(about);
            document.setDocumentId(settlement.number());
            document.getDocumentCatalog().setLanguage(language.toLanguageTag());
            try (PdfSheet sheet = new PdfSheet(document)) {
                write(sheet);
            }
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private void write(PdfSheet sheet) throws IOException {
        sheet.heading(tenant.name(), title());
        sheet.fact(text("receipt.charity"), settlement.name().in(language));
        if (settlement.registration().isPresent()) {
            sheet.fact(text("receipt.registration"), settlement.registration().get());
        }
        sheet.fact(text("receipt.code"), settlement.charity().value());
        sheet.fact(text("receipt.settled"), day(settlement.settledAt()));
        sheet.fact(text("receipt.settled_by"), settlement.settledBy());
        sheet.fact(text("receipt.id"), settlement.id().toString());
        sheet.rule();
        sheet.row(text("receipt.funds"), text("receipt.donations"), text("receipt.amount"));
        sheet.rule();
        for (Settlement.Total total : settlement.totals()) {
            sheet.row(text("part." + total.part()), number(total.donations()), money(total.amount()));
        }
        sheet.rule();
        for (Money paid : settlement.paid()) {
            sheet.total(text("receipt.total"), money(paid));
        }
        sheet.note(text("receipt.note"));
        sheet.note(settlement
                .receipt()
                .map(receipt -> Texts.text(
                        "charities",
                        "receipt.acknowledged",
                        language,
                        Texts.values("day", day(receipt.at()), "reference", receipt.reference())))
                .orElseGet(() -> text("receipt.not_acknowledged")));
    }

    private String title() {
        return Texts.text(
                "charities", "receipt.title", language, Texts.values("number", Long.toString(settlement.number())));
    }

    private String text(String key) {
        return Texts.text("charities", key, language);
    }

    private String day(Instant at) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(language)
                .format(at.atZone(tenant.zone()));
    }

    private String number(long figure) {
        return NumberFormat.getIntegerInstance(language).format(figure);
    }

    private String money(Money money) {
        NumberFormat format = NumberFormat.getNumberInstance(language);
        int digits = Math.max(0, money.currency().getDefaultFractionDigits());
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(digits);
        return money.currency().getCurrencyCode() + " " + format.format(money.major());
    }
}
