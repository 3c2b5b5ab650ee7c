package shadewalk.export;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import shadewalk.export.pdf.PdfObjects;

/// The session that a PDF file carries as an attachment.
///
/// Source: ISO 32000-1:2008, 7.11.4 embedded file streams.
final class PdfSession {

    /// The attachment's name, as a string of the file.
    static final String NAME = "(session.json)";

    private static final String TYPE = "application#2Fvnd.shadewalk.session+json";
    private static final Pattern STREAM =
            Pattern.compile(
                    "/Subtype /" + Pattern.quote(TYPE) + "[^>]*?/Length (\\d{1,8}) >>\\nstream\\n");

    private PdfSession() {}

    /// Puts a session into a file.
    ///
    /// @return the number of the attachment
    static int attach(PdfObjects file, String session) throws IOException {
        byte[] content = session.getBytes(StandardCharsets.UTF_8);
        int stream = file.addStream("/Type /EmbeddedFile /Subtype /" + TYPE, content);
        return file.add(
                "<< /Type /Filespec /F %s /UF %s /AFRelationship /Source /EF << /F %s >> >>"
                        .formatted(NAME, NAME, PdfObjects.reference(stream)));
    }

    /// The session in a file that was written here.
    static Optional<String> read(byte[] file) {
        String text = new String(file, StandardCharsets.ISO_8859_1);
        Matcher found = STREAM.matcher(text);
        if (!found.find()) {
            return Optional.empty();
        }
        int length = Integer.parseInt(found.group(1));
        return found.end() + length > file.length
                ? Optional.empty()
                : Packed.unpack(file, found.end(), length)
                        .map(content -> new String(content, StandardCharsets.UTF_8));
    }
}
