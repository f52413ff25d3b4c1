package io.steadfast.charities;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.steadfast.charities.core.Donation;
import io.steadfast.platform.rest.CsvLines;
import io.steadfast.shared.Money;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** A batch's donations as RFC 4180 text in UTF-8, one line each, amounts in major units. */
final class SettlementCsv {

    private SettlementCsv() {}

    static byte[] of(List<Donation> donations) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv =
                CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text)) {
            csv.writeRecord(
                    "donation",
                    "program",
                    "pledge",
                    "part",
                    "member",
                    "source",
                    "reference",
                    "points",
                    "occurred_at",
                    "currency",
                    "amount");
            donations.forEach(donation -> csv.writeRecord(fields(donation)));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> fields(Donation donation) {
        return List.of(
                donation.id().toString(),
                CsvLines.harmless(donation.key().program().value()),
                CsvLines.harmless(donation.key().pledge().value()),
                donation.key().part().name().toLowerCase(Locale.ROOT),
                donation.key().member().toString(),
                CsvLines.harmless(
                        donation.origin().order().map(Donation.OrderRef::source).orElse("")),
                CsvLines.harmless(donation.origin()
                        .order()
                        .map(Donation.OrderRef::reference)
                        .orElse("")),
                donation.origin().points() == 0
                        ? ""
                        : Long.toString(donation.origin().points()),
                donation.occurredAt().toString(),
                donation.currency().getCurrencyCode(),
                new Money(donation.amount(), donation.currency()).major().toPlainString());
    }
}
