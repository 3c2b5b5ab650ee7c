package shadewalk.diagram.reach;

import static shadewalk.text.Texts.PICTURES;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import shadewalk.bits.Hex;
import shadewalk.diagram.Diagram;
import shadewalk.diagram.Point;
import shadewalk.diagram.TextStyle;
import shadewalk.diagram.Tone;
import shadewalk.diagram.Weight;
import shadewalk.diagram.draw.Sheet;
import shadewalk.read.Aim;
import shadewalk.read.Seen;
import shadewalk.read.TableSizes;
import shadewalk.read.TableSizes.Side;
import shadewalk.read.Telling;
import shadewalk.text.Columns;
import shadewalk.x86.Gva;

/// How far a guest's directory and one of its tables reach, the shadow tables for them below to the
/// same scale, and where an address lies in each.
public final class ReachPicture {

    private static final double WIDTH = 1100;
    private static final double MARGIN = 20;
    private static final double INNER = WIDTH - 2 * MARGIN;
    private static final double CUTS = 54;
    private static final double DIRECTORY = CUTS + AddressCuts.HEIGHT + 26;

    /// Between the directory's bars and the table's, where the one entry is enlarged.
    private static final double ZOOM = 30;

    private static final double TABLE = DIRECTORY + ReachBar.HEIGHT + ZOOM;
    private static final double HEIGHT = TABLE + ReachBar.HEIGHT + 20;

    private final TableSizes sizes;
    private final Gva gva;
    private final Aim aim;
    private final Telling telling;
    private final Sheet sheet = new Sheet();
    private final ReachBar directory;
    private final ReachBar table;

    private ReachPicture(Seen seen) {
        sizes = seen.sizes();
        aim = seen.aim();
        gva = aim.gva();
        telling = seen.telling();
        directory = bar(2, DIRECTORY);
        table = bar(1, TABLE);
    }

    private ReachBar bar(int level, double top) {
        return new ReachBar(sheet, sizes, level, gva, new Point(MARGIN, top), INNER, telling);
    }

    /// Draws the picture for the address somebody points at.
    public static Diagram of(Seen seen) {
        return new ReachPicture(seen).draw();
    }

    /// The address that a place of one of the bars stands for.
    ///
    /// @param now what the picture shows
    public static Optional<Aim> aimAt(Seen now, Point place) {
        ReachPicture picture = new ReachPicture(now);
        return picture.directory
                .address(place)
                .or(() -> picture.table.address(place))
                .map(picture.aim::moved);
    }

    private Diagram draw() {
        String title = PICTURES.get("reach-picture.title", Hex.padded(gva.raw(), 8));
        sheet.text("title", MARGIN, 34, title, TextStyle.TITLE.plain());
        sheet.text("sizes", WIDTH - MARGIN, 34, sizes(), TextStyle.BODY.quiet().end());
        new AddressCuts(sheet, sizes, gva, new Point(MARGIN, CUTS), INNER, telling).draw();
        directory.draw();
        zoom();
        table.draw();
        return new Diagram(
                WIDTH, HEIGHT, title, title + ". " + spoken(), "", plain(title), sheet.shapes());
    }

    private String sizes() {
        return PICTURES.get(
                "reach-picture.sizes",
                sizes.entry(Side.GUEST),
                sizes.entry(Side.SHADOW),
                sizes.table(Side.SHADOW) >> 10);
    }

    /// The one entry of the directory becomes the whole scale below.
    private void zoom() {
        double top = DIRECTORY + ReachBar.HEIGHT;
        double bottom = TABLE - 8;
        double left = directory.at(directory.entryStart());
        double right = directory.at(directory.entryStart() + directory.entryReach());
        double end = MARGIN + INNER;
        sheet.line("zoom/left", Tone.MUTED, Weight.HAIR, left, top, MARGIN, bottom);
        sheet.line("zoom/right", Tone.MUTED, Weight.HAIR, right, top, end, bottom);
    }

    private String spoken() {
        return directory.words() + " " + table.words();
    }

    private List<String> plain(String title) {
        List<String> lines = new ArrayList<>(List.of(title));
        lines.addAll(Columns.of(sizes()));
        lines.add("");
        for (ReachBar bar : List.of(directory, table)) {
            lines.addAll(Columns.of(bar.words()));
            lines.addAll(bar.plain());
            lines.add("");
        }
        lines.removeLast();
        return lines;
    }
}
