package shadewalk.diagram.draw;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import shadewalk.diagram.Anchor;
import shadewalk.diagram.Diagram;
import shadewalk.diagram.Extent;
import shadewalk.diagram.Fill;
import shadewalk.diagram.Ink;
import shadewalk.diagram.Point;
import shadewalk.diagram.Shape;
import shadewalk.diagram.TextStyle;
import shadewalk.diagram.Tone;
import shadewalk.diagram.Weight;

/// Puts words beside things of a finished picture: an author's callouts, a learner's answer, a
/// caption beneath.
public final class Notes {

    /// A few words beside a thing.
    ///
    /// @param at the id of the shape they belong to
    /// @param tone [Tone#CURRENT] for a callout, others where the words say more
    public record Note(String at, String text, Tone tone) {}

    private static final double MOST = 240;
    private static final double LINE = 18;
    private static final double PAD = 9;
    private static final double AWAY = 14;
    private static final double REACH = 230;
    private static final double STEP = 8;

    private final Diagram diagram;
    private final List<Extent> texts = new ArrayList<>();
    private final List<Extent> boxes = new ArrayList<>();
    private final Sheet sheet = new Sheet();

    private Notes(Diagram diagram) {
        this.diagram = diagram;
        for (Shape shape : diagram.byId().values()) {
            if (shape instanceof Shape.Text) {
                texts.add(Extent.of(shape));
            } else if (shape instanceof Shape.Box box && box.fill() != Fill.PANEL) {
                boxes.add(Extent.of(shape));
            } else if (shape instanceof Shape.Path) {
                boxes.add(Extent.of(shape));
            }
        }
    }

    /// The picture with the notes, each where it covers least. A note whose thing is not in the
    /// picture is left out.
    public static Diagram on(Diagram diagram, List<Note> notes) {
        Notes placing = new Notes(diagram);
        Map<String, Shape> shapes = diagram.byId();
        List<String> plain = new ArrayList<>(diagram.plain());
        StringBuilder told = new StringBuilder(diagram.description());
        for (int i = 0; i < notes.size(); i++) {
            Note note = notes.get(i);
            Shape thing = shapes.get(note.at());
            if (thing != null) {
                placing.note("note/" + i, note, Extent.of(thing));
                plain.addAll(Wrap.columns("* " + note.text(), 72));
                told.append(' ').append(note.text());
            }
        }
        List<Shape> all = new ArrayList<>(diagram.shapes());
        all.addAll(placing.sheet.shapes());
        return new Diagram(
                diagram.width(),
                diagram.height(),
                diagram.title(),
                told.toString(),
                diagram.caption(),
                plain,
                all);
    }

    /// The picture with a line beneath it.
    public static Diagram captioned(Diagram diagram, String caption) {
        if (caption.isEmpty()) {
            return diagram;
        }
        double width = TextStyle.SMALL.width(caption);
        double y = diagram.height() - 10;
        Extent line = new Extent(20, y - 14, 40 + width, y + 6);
        boolean free = new Notes(diagram).hides(line) == 0;
        Sheet sheet = new Sheet();
        diagram.shapes().forEach(sheet::add);
        sheet.text(
                "caption",
                20,
                free ? y : y + 20,
                caption,
                TextStyle.SMALL,
                Anchor.START,
                Tone.PLAIN,
                Ink.QUIET);
        List<String> plain = new ArrayList<>(diagram.plain());
        plain.add("");
        plain.addAll(Wrap.columns(caption, 72));
        return new Diagram(
                Math.max(diagram.width(), 40 + width),
                diagram.height() + (free ? 0 : 20),
                diagram.title(),
                diagram.description(),
                caption,
                plain,
                sheet.shapes());
    }

    private double hides(Extent place) {
        return texts.stream().mapToDouble(place::shared).sum()
                + boxes.stream().mapToDouble(place::shared).sum();
    }

    private void note(String id, Note note, Extent thing) {
        Prose prose = Prose.of(note.text(), TextStyle.BODY, TextStyle.NUMBER, MOST);
        double width = prose.width() + 2 * PAD + 4;
        double height = prose.size() * LINE + 2 * PAD - 4;
        Extent place = place(thing, width, height);
        texts.add(place.grown(8));
        Point to = thing.nearest(place.middle());
        Point from = place.nearest(to);
        sheet.group(
                id,
                note.text(),
                "",
                () -> {
                    if (from.distance(to) > 3) {
                        sheet.line(id + "/line/halo", Tone.PAPER, Weight.HALO, from, to);
                        sheet.line(id + "/line", Tone.PATH, Weight.NORMAL, from, to);
                    }
                    sheet.box(
                            id + "/box",
                            place.left(),
                            place.top(),
                            width,
                            height,
                            5,
                            note.tone(),
                            Fill.TINT);
                    prose.draw(
                            sheet,
                            id,
                            place.left() + PAD + 2,
                            place.top() + PAD - 2 + LINE / 2,
                            LINE,
                            note.tone());
                });
    }

    /// Tries places around the thing and takes the one that hides least and is nearest.
    private Extent place(Extent thing, double width, double height) {
        Extent best = at(thing.right() + AWAY, thing.top(), width, height);
        double least = Double.POSITIVE_INFINITY;
        for (double y = thing.top() - height - REACH; y <= thing.bottom() + REACH; y += STEP) {
            for (double x = thing.left() - width - REACH; x <= thing.right() + REACH; x += STEP) {
                Extent place = at(x, y, width, height);
                double cost = cost(place, thing, least);
                if (cost < least) {
                    least = cost;
                    best = place;
                }
            }
        }
        return best;
    }

    private Extent at(double x, double y, double width, double height) {
        double left = Math.clamp(x, 4, Math.max(4, diagram.width() - width - 4));
        double top = Math.clamp(y, 4, Math.max(4, diagram.height() - height - 4));
        return new Extent(left, top, left + width, top + height);
    }

    private double cost(Extent place, Extent thing, double least) {
        Point nearest = thing.nearest(place.middle());
        double away = place.nearest(nearest).distance(nearest);
        double cost = Math.abs(away - AWAY) + place.shared(thing) * 4;
        for (Extent text : texts) {
            cost += place.shared(text) * 2;
            if (cost >= least) {
                return cost;
            }
        }
        for (Extent box : boxes) {
            cost += place.shared(box) * 0.1;
        }
        return cost;
    }
}
