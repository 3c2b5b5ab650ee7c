package shadewalk.export.pdf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/// The numbered objects of a PDF file, written one after the other as they are filled, so that no
/// more than one is in memory. Objects may name each other before they are filled.
///
/// Source: ISO 32000-1:2008, 7.3 objects and 7.5 file structure.
public final class PdfObjects {

    private final OutputStream out;
    private final MessageDigest digest = sha256();
    private final List<Long> places = new ArrayList<>();
    private long written;

    /// Begins a file.
    ///
    /// @param out where it goes; stays open
    public PdfObjects(OutputStream out) throws IOException {
        this.out = out;
        write(latin("%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n"));
    }

    /// A new number, to be filled later.
    public int reserve() {
        places.add(0L);
        return places.size();
    }

    /// A new object.
    ///
    /// @return its number
    public int add(String text) throws IOException {
        int number = reserve();
        fill(number, text);
        return number;
    }

    /// A new stream, packed.
    ///
    /// @param entries of its dictionary, such as `/Type /EmbeddedFile`; may be empty
    /// @return its number
    public int addStream(String entries, byte[] content) throws IOException {
        byte[] packed = deflate(content);
        var object = new ByteArrayOutputStream();
        object.writeBytes(
                latin("<< " + entries + " /Filter /FlateDecode /Length " + packed.length + " >>"));
        object.writeBytes(latin("\nstream\n"));
        object.writeBytes(packed);
        object.writeBytes(latin("\nendstream"));
        int number = reserve();
        fill(number, object.toByteArray());
        return number;
    }

    /// Fills a number. Each is filled once.
    public void fill(int number, String text) throws IOException {
        fill(number, latin(text));
    }

    private void fill(int number, byte[] object) throws IOException {
        places.set(number - 1, written);
        write(latin(number + " 0 obj\n"));
        write(object);
        write(latin("\nendobj\n"));
    }

    private void write(byte[] bytes) throws IOException {
        out.write(bytes);
        digest.update(bytes);
        written += bytes.length;
    }

    /// How one object names another.
    public static String reference(int number) {
        return number + " 0 R";
    }

    /// A text that people read, in any script.
    public static String text(String text) {
        return "<FEFF"
                + HexFormat.of().withUpperCase().formatHex(text.getBytes(StandardCharsets.UTF_16BE))
                + ">";
    }

    /// Writes the end of the file. Its identity is made from its content.
    public void end(int catalog, int information) throws IOException {
        String id = HexFormat.of().formatHex(Arrays.copyOf(digest.digest(), 16));
        long table = written;
        StringBuilder end = new StringBuilder("xref\n0 " + (places.size() + 1) + "\n");
        end.append("0000000000 65535 f \n");
        for (long place : places) {
            String digits = "0000000000" + place;
            end.append(digits, digits.length() - 10, digits.length()).append(" 00000 n \n");
        }
        end.append("trailer\n<< /Size ").append(places.size() + 1);
        end.append(" /Root ").append(reference(catalog));
        end.append(" /Info ").append(reference(information));
        end.append(" /ID [<").append(id).append("> <").append(id).append(">] >>\n");
        end.append("startxref\n").append(table).append("\n%%EOF\n");
        out.write(latin(end.toString()));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static byte[] deflate(byte[] content) {
        var packed = new ByteArrayOutputStream();
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
        try (var out = new DeflaterOutputStream(packed, deflater)) {
            out.write(content);
        } catch (IOException e) {
            throw new IllegalStateException("memory takes every byte", e);
        } finally {
            deflater.end();
        }
        return packed.toByteArray();
    }

    private static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
