package io.steadfast.charities;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * One A4 page that is written from top to bottom with the embedded font, of which the file holds those glyphs it uses. A
 * character the font lacks, as an emoji, is shown as a white square.
 */
final class PdfSheet implements AutoCloseable {

    private static final String FONT = "/fonts/ttf/NotoSansSC/NotoSansSC-Regular.ttf";
    private static final int LEFT = 64;
    private static final int RIGHT = 531;
    private static final int SECOND = 210;
    private static final int MIDDLE = 400;
    private static final int TOP = 770;
    private static final int LINE = 20;
    private static final int MISSING = 0x25A1;

    /** Sizes of letters, in points. */
    private enum Size {
        SMALL(9),
        PLAIN(11),
        LARGE(20);

        private final int points;

        Size(int points) {
            this.points = points;
        }
    }

    private final TrueTypeFont letters;
    private final CmapLookup glyphs;
    private final PDFont font;
    private final PDPageContentStream page;
    private int y = TOP;

    PdfSheet(PDDocument document) throws IOException {
        try (InputStream bytes = PdfSheet.class.getResourceAsStream(FONT)) {
            if (bytes == null) {
                throw new IllegalStateException("The font isn't in the archive: " + FONT);
            }
            letters = new TTFParser().parse(new RandomAccessReadBuffer(bytes));
        }
        glyphs = letters.getUnicodeCmapLookup();
        font = PDType0Font.load(document, letters, true);
        PDPage sheet = new PDPage(PDRectangle.A4);
        document.addPage(sheet);
        page = new PDPageContentStream(document, sheet);
    }

    void heading(String above, String title) throws IOException {
        show(above, LEFT, Size.PLAIN);
        y -= LINE + 14;
        for (String line : lines(title, Size.LARGE, RIGHT - LEFT)) {
            show(line, LEFT, Size.LARGE);
            y -= LINE + 8;
        }
        y -= LINE / 2;
    }

    /** What it is, and what it says beside it. */
    void fact(String name, String value) throws IOException {
        show(name, LEFT, Size.PLAIN);
        for (String line : lines(value, Size.PLAIN, RIGHT - SECOND)) {
            show(line, SECOND, Size.PLAIN);
            y -= LINE;
        }
    }

    void row(String name, String middle, String end) throws IOException {
        show(name, LEFT, Size.PLAIN);
        showUpTo(middle, MIDDLE);
        showUpTo(end, RIGHT);
        y -= LINE;
    }

    void total(String name, String end) throws IOException {
        row(name, "", end);
    }

    void rule() throws IOException {
        y -= 2;
        page.setLineWidth(1);
        page.moveTo(LEFT, y + LINE - 6);
        page.lineTo(RIGHT, y + LINE - 6);
        page.stroke();
        y -= 4;
    }

    void note(String text) throws IOException {
        y -= LINE / 2;
        for (String line : lines(text, Size.SMALL, RIGHT - LEFT)) {
            show(line, LEFT, Size.SMALL);
            y -= LINE - 6;
        }
    }

    private void showUpTo(String text, int right) throws IOException {
        show(text, right - width(known(text), Size.PLAIN), Size.PLAIN);
    }

    private void show(String text, int x, Size size) throws IOException {
        page.beginText();
        page.setFont(font, size.points);
        page.newLineAtOffset(x, y);
        page.showText(known(text));
        page.endText();
    }

    private int width(String text, Size size) throws IOException {
        return Math.round(font.getStringWidth(text) * size.points / 1000);
    }

    /** Breaks after a space, and where Chinese has none, anywhere. */
    private List<String> lines(String text, Size size, int width) throws IOException {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (int code : known(text).codePoints().toArray()) {
            line.appendCodePoint(code);
            if (width(line.toString(), size) > width) {
                int space = line.lastIndexOf(" ");
                int cut = space > 0 ? space + 1 : line.length() - Character.charCount(code);
                lines.add(line.substring(0, cut).strip());
                line.delete(0, cut);
            }
        }
        lines.add(line.toString());
        return lines;
    }

    private String known(String text) {
        StringBuilder shown = new StringBuilder();
        text.codePoints()
                .map(code -> Character.isWhitespace(code) ? ' ' : code)
                .map(code -> glyphs.getGlyphId(code) == 0 ? MISSING : code)
                .forEach(shown::appendCodePoint);
        return shown.toString();
    }

    @Override
    public void close() throws IOException {
        page.close();
    }
}
