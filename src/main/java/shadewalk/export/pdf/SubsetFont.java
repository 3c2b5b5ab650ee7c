package shadewalk.export.pdf;

import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/// A font of a PDF file that holds the characters that were written with it, and knows what they
/// are, so that text can be searched and copied.
///
/// Source: ISO 32000-1:2008, 9.7 composite fonts and 9.10.3 ToUnicode.
public final class SubsetFont {

    private static final int MAX_IN_BLOCK = 100;
    private static final int LETTERS = 26;

    private final String name;
    private final boolean fixedPitch;
    private final IntFunction<CompactFont.Glyph> outlines;
    private final Map<Integer, Integer> codes = new LinkedHashMap<>();

    /// @param name of the whole font, `Inter-Regular`
    /// @param outlines the glyph of a character
    public SubsetFont(String name, boolean fixedPitch, IntFunction<CompactFont.Glyph> outlines) {
        this.name = name;
        this.fixedPitch = fixedPitch;
        this.outlines = outlines;
    }

    /// The text in the font's own codes, as a hexadecimal string of the file.
    public String codes(String text) {
        StringBuilder hex = new StringBuilder("<");
        text.codePoints()
                .map(c -> codes.computeIfAbsent(c, _ -> codes.size() + 1))
                .forEach(code -> hex.append(hex(code)));
        return hex.append('>').toString();
    }

    /// Puts the font into a file.
    ///
    /// @return the number of its object
    public int addTo(PdfObjects file) throws IOException {
        List<CompactFont.Glyph> glyphs = new ArrayList<>();
        glyphs.add(outlines.apply(0));
        codes.keySet().forEach(c -> glyphs.add(outlines.apply(c)));
        CompactFont font = new CompactFont(fullName(), glyphs);
        int program = file.addStream("/Subtype /CIDFontType0C", font.bytes());
        int descriptor = file.add(descriptor(font.bounds(), program));
        int descendant = file.add(descendant(glyphs, descriptor));
        int meanings = file.addStream("", meanings().getBytes(StandardCharsets.US_ASCII));
        return file.add(
                "<< /Type /Font /Subtype /Type0 /BaseFont /"
                        + fullName()
                        + "-Identity-H /Encoding /Identity-H /DescendantFonts ["
                        + PdfObjects.reference(descendant)
                        + "] /ToUnicode "
                        + PdfObjects.reference(meanings)
                        + " >>");
    }

    /// Six letters before the name tell different subsets apart.
    private String fullName() {
        StringBuilder tag = new StringBuilder();
        int hash = codes.keySet().toString().hashCode();
        for (int i = 0; i < 6; i++) {
            tag.append((char) ('A' + Math.floorMod(hash, LETTERS)));
            hash = Math.floorDiv(hash, LETTERS);
        }
        return tag + "+" + name;
    }

    private String descriptor(Rectangle2D box, int program) {
        int flags = fixedPitch ? 0b101 : 0b100;
        return "<< /Type /FontDescriptor /FontName /"
                + fullName()
                + " /Flags "
                + flags
                + " /FontBBox [%s %s %s %s]"
                        .formatted(
                                (int) Math.floor(box.getMinX()),
                                (int) Math.floor(box.getMinY()),
                                (int) Math.ceil(box.getMaxX()),
                                (int) Math.ceil(box.getMaxY()))
                + " /ItalicAngle 0 /Ascent 970 /Descent -250 /CapHeight 730 /StemV 90 /FontFile3 "
                + PdfObjects.reference(program)
                + " >>";
    }

    private String descendant(List<CompactFont.Glyph> glyphs, int descriptor) {
        StringBuilder widths = new StringBuilder();
        glyphs.forEach(glyph -> widths.append(' ').append(Math.round(glyph.advance())));
        return "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /"
                + fullName()
                + " /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >>"
                + " /FontDescriptor "
                + PdfObjects.reference(descriptor)
                + " /DW 1000 /W [0 ["
                + widths.substring(1)
                + "]] >>";
    }

    private String meanings() {
        StringBuilder map =
                new StringBuilder(
                        """
                        /CIDInit /ProcSet findresource begin
                        12 dict begin
                        begincmap
                        /CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
                        /CMapName /Adobe-Identity-UCS def
                        /CMapType 2 def
                        1 begincodespacerange
                        <0000> <FFFF>
                        endcodespacerange
                        """);
        List<Map.Entry<Integer, Integer>> all = List.copyOf(codes.entrySet());
        for (int from = 0; from < all.size(); from += MAX_IN_BLOCK) {
            var block = all.subList(from, Math.min(from + MAX_IN_BLOCK, all.size()));
            map.append(block.size()).append(" beginbfchar\n");
            block.forEach(entry ->
                    map.append('<')
                            .append(hex(entry.getValue()))
                            .append("> <")
                            .append(utf16(entry.getKey()))
                            .append(">\n"));
            map.append("endbfchar\n");
        }
        return map.append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n")
                .toString();
    }

    private static String hex(int code) {
        return HexFormat.of().withUpperCase().toHexDigits((short) code);
    }

    private static String utf16(int character) {
        byte[] bytes = Character.toString(character).getBytes(StandardCharsets.UTF_16BE);
        return HexFormat.of().withUpperCase().formatHex(bytes);
    }
}
