package shadewalk.export;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import shadewalk.diagram.Anchor;
import shadewalk.diagram.Diagram;
import shadewalk.diagram.Face;
import shadewalk.diagram.Fill;
import shadewalk.diagram.Ink;
import shadewalk.diagram.Palette;
import shadewalk.diagram.Shape;
import shadewalk.diagram.TextStyle;
import shadewalk.diagram.Tone;
import shadewalk.read.Portion;

/// A picture of 1,000 boxes and 1,000 words, 1,920 by 1,080 units, in each format, and what a
/// library takes that is told to draw as much.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 3, time = 2)
public class ExportBench {

    private static final int ACROSS = 40;
    private static final int BOXES = 1000;
    private static final double WIDE = 1920.0 / ACROSS;
    private static final double HIGH = 1080.0 * ACROSS / BOXES;

    private final Diagram picture = picture();

    private static Diagram picture() {
        List<Shape> shapes = new ArrayList<>();
        for (int i = 0; i < BOXES; i++) {
            double x = i % ACROSS * WIDE;
            double y = Math.floorDiv(i, ACROSS) * HIGH;
            Tone tone = Tone.of(Portion.quarter(2, i % 4));
            shapes.add(new Shape.Box("sp" + i, x + 2, y + 2, WIDE - 4, 36, 4, tone, Fill.TINT));
            shapes.add(
                    new Shape.Text(
                            "sp" + i + "/t",
                            x + 6,
                            y + 24,
                            "sp" + i,
                            TextStyle.BODY,
                            Anchor.START,
                            Tone.PLAIN,
                            Ink.PLAIN));
        }
        return new Diagram(1920, 1080, "title", "told", "", List.of(), shapes);
    }

    @Benchmark
    public int svg() throws IOException {
        var out = new ByteArrayOutputStream();
        SvgWriter.write(new Shot(picture, Palette.LIGHT, 1), out);
        return out.size();
    }

    @Benchmark
    public int pdf() throws IOException {
        var out = new ByteArrayOutputStream();
        PdfWriter.write(new Shot(picture, Palette.LIGHT, 1), out);
        return out.size();
    }

    /// 3,840 by 2,160 pixels.
    @Benchmark
    public int png() throws IOException {
        var out = new ByteArrayOutputStream();
        PngWriter.write(new Shot(picture, Palette.LIGHT, 2), out);
        return out.size();
    }

    /// PDFBox, with the same font, cut down to what is used. It has no ligatures here either: with
    /// them a page takes ten times as long.
    @Benchmark
    public int plainPdf() throws IOException {
        var out = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument();
                InputStream inter = Face.WORDS.open()) {
            PDPage page = new PDPage(new PDRectangle(1920, 1080));
            document.addPage(page);
            TrueTypeFont words = new TTFParser().parse(new RandomAccessReadBuffer(inter));
            words.setEnableGsub(false);
            document.registerTrueTypeFontForClosing(words);
            var font = PDType0Font.load(document, words, true);
            try (var content = new PDPageContentStream(document, page)) {
                for (int i = 0; i < BOXES; i++) {
                    float x = (float) (i % ACROSS * WIDE);
                    float y = (float) (Math.floorDiv(i, ACROSS) * HIGH);
                    content.setNonStrokingColor(Color.LIGHT_GRAY);
                    content.addRect(x + 2, y + 2, (float) WIDE - 4, 36);
                    content.fillAndStroke();
                    content.beginText();
                    content.setNonStrokingColor(Color.BLACK);
                    content.setFont(font, 14);
                    content.newLineAtOffset(x + 6, y + 24);
                    content.showText("sp" + i);
                    content.endText();
                }
            }
            document.save(out);
        }
        return out.size();
    }

    /// Java2D and ImageIO.
    @Benchmark
    public int plainPng() throws IOException {
        BufferedImage image = new BufferedImage(3840, 2160, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(
                RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, 3840, 2160);
        graphics.scale(2, 2);
        for (int i = 0; i < BOXES; i++) {
            double x = i % ACROSS * WIDE;
            double y = Math.floorDiv(i, ACROSS) * HIGH;
            graphics.setColor(Color.LIGHT_GRAY);
            graphics.fill(new Rectangle2D.Double(x + 2, y + 2, WIDE - 4, 36));
            graphics.setColor(Color.BLACK);
            graphics.draw(new Rectangle2D.Double(x + 2, y + 2, WIDE - 4, 36));
            graphics.drawString("sp" + i, (float) x + 6, (float) y + 24);
        }
        graphics.dispose();
        var out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.size();
    }
}
