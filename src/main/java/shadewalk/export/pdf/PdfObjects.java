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

/// The numbered objects of a PDF file. Objects may name each other before they are filled.
///
/// Source: ISO 32000-1:2008, 7.3 objects and 7.5 file structure.
public final class PdfObjects {

    private static final byte[] EMPTY = {};

    private final List<byte[]> objects = new ArrayList<>();

    /// A new number, to be filled later.
    public int reserve() {
        objects.add(EMPTY);
        return objects.size();
    }

    /// A new object.
    ///
    /// @return its number
    public int add(String text) {
        int number = reserve();
        fill(number, text);
        return number;
    }

    /// A new stream, packed.
    ///
    /// @param entries of its dictionary, such as `/Type /EmbeddedFile`; may be empty
    /// @return its number
    public int addStream(String entries, byte[] content) {
        byte[] packed = deflate(content);
        var object = new ByteArrayOutputStream();
        object.writeBytes(
                latin("<< " + entries + " /Filter /FlateDecode /Length " + packed.length + " >>"));
        object.writeBytes(latin("\nstream\n"));
        object.writeBytes(packed);
        object.writeBytes(latin("\nendstream"));
        int number = reserve();
        objects.set(number - 1, object.toByteArray());
        return number;
    }

    public void fill(int number, String text) {
        objects.set(number - 1, latin(text));
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

    /// Writes the file; `out` stays open. Its identity is made from its content.
    public void write(int catalog, int information, OutputStream out) throws IOException {
        var file = new ByteArrayOutputStream();
        file.writeBytes(latin("%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n"));
        int[] places = new int[objects.size()];
        for (int i = 0; i < places.length; i++) {
            places[i] = file.size();
            file.writeBytes(latin(i + 1 + " 0 obj\n"));
            file.writeBytes(objects.get(i));
            file.writeBytes(latin("\nendobj\n"));
        }
        String id = identity(file.toByteArray());
        int table = file.size();
        StringBuilder end = new StringBuilder("xref\n0 " + (places.length + 1) + "\n");
        end.append("0000000000 65535 f \n");
        for (int place : places) {
            String digits = "0000000000" + place;
            end.append(digits, digits.length() - 10, digits.length()).append(" 00000 n \n");
        }
        end.append("trailer\n<< /Size ").append(places.length + 1);
        end.append(" /Root ").append(reference(catalog));
        end.append(" /Info ").append(reference(information));
        end.append(" /ID [<").append(id).append("> <").append(id).append(">] >>\n");
        end.append("startxref\n").append(table).append("\n%%EOF\n");
        file.writeBytes(latin(end.toString()));
        file.writeTo(out);
    }

    private static String identity(byte[] content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
            return HexFormat.of().formatHex(Arrays.copyOf(digest, 16));
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
