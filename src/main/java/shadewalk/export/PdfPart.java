package shadewalk.export;

import java.util.List;
import shadewalk.diagram.Diagram;
import shadewalk.diagram.Shape;

/// A part of a page of a PDF file, at its place.
///
/// @param kind the structure type: `H1`, `P` or `Figure`
/// @param words what it is, for a figure; else empty
/// @param scale of the shapes, whose corner is at `x` and `y`
record PdfPart(String kind, String words, double x, double y, double scale, List<Shape> shapes) {

    PdfPart {
        shapes = List.copyOf(shapes);
    }

    /// A picture, told to those who listen.
    static PdfPart figure(Diagram picture, double x, double y, double scale) {
        return new PdfPart("Figure", words(picture), x, y, scale, picture.shapes());
    }

    static String words(Diagram picture) {
        return picture.title() + ". " + picture.description();
    }

    /// Text where its shapes say.
    static PdfPart text(String kind, List<Shape> shapes) {
        return new PdfPart(kind, "", 0, 0, 1, shapes);
    }
}
