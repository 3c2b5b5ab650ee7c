package shadewalk.diagram.note;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import shadewalk.diagram.Diagram;
import shadewalk.diagram.Extent;
import shadewalk.diagram.Fill;
import shadewalk.diagram.Point;
import shadewalk.diagram.Shape;
import shadewalk.diagram.Tone;
import shadewalk.diagram.Weight;
import shadewalk.diagram.draw.Sheet;
import shadewalk.diagram.draw.TypesetProse;
import shadewalk.read.Note;
import shadewalk.text.Columns;

/// Puts notes into a picture: each beside its thing, where it hides least, tied to it by a line.
public final class Notes {

    private static final double WIDEST = 220;
    private static final double LINE = 18;
    private static final double PAD = 9;
    private static final double EDGE = 12;

    /// How far a note would best stand from its thing, and how far it may.
    private static final double AWAY = 14;

    private static final double REACH = 230;
    private static final double STEP = 8;

    /// How often notes are placed anew to make way for one another.
    private static final int ROUNDS = 2;

    /// How much room there should be between a note and words.
    private static final double CLEAR = 4;

    /// What it costs a line to cross another note or its line, and to go through a word.
    private static final double CROSSED = 600;

    private static final double THROUGH_WORDS = 250;

    /// What it costs a line to go through or along a box that has nothing to do with its thing.
    private static final double THROUGH_BOX = 250;

    /// What it costs a line to go over another line of the picture, or along it.
    private static final double OVER_LINE = 120;

    /// How far to both sides a line of the picture should be seen free.
    private static final double BESIDE_LINE = 4;

    private final Diagram diagram;
    private final DrawnPlaces places;
    private final List<Extent> words = new ArrayList<>();
    private final List<Extent> drawn = new ArrayList<>();

    /// The level and upright parts of lines and arrows.
    private final List<Extent> lines = new ArrayList<>();

    /// What notes are about, and what is selected: no note may cover it.
    private final List<Extent> kept = new ArrayList<>();

    /// The boxes and the lines of the notes that are in the picture already.
    private final List<Extent> placed = new ArrayList<>();

    private final List<Leader> leaders = new ArrayList<>();
    private final Sheet sheet = new Sheet();

    /// A note and the thing it is about.
    private record Wanted(String id, Note note, Extent thing, TypesetProse prose) {

        double width() {
            return prose.width() + 2 * PAD + 4;
        }

        double height() {
            return prose.size() * LINE + 2 * PAD - 4;
        }
    }

    /// A note with its place and its line.
    private record Placed(Wanted note, Extent place, Leader leader) {

        /// What other notes and their lines should keep out of.
        Extent around() {
            return place.grown(8);
        }
    }

    private Notes(Diagram diagram) {
        this.diagram = diagram;
        this.places = new DrawnPlaces(diagram);
        for (Shape shape : diagram.byId().values()) {
            switch (shape) {
                case Shape.Text text -> words.add(Extent.of(text));
                case Shape.Path path -> path(path);
                case Shape.Box box -> {
                    if (box.fill() != Fill.PANEL) {
                        drawn.add(Extent.of(box));
                    }
                }
                case Shape.Group _ -> {}
            }
        }
    }

    /// An area counts whole, a line part by part; a slanting part is nearly nowhere in the
    /// rectangle around it.
    private void path(Shape.Path path) {
        if (path.closed()) {
            drawn.add(Extent.of(path));
            return;
        }
        for (int i = 1; i < path.points().size(); i++) {
            Point from = path.points().get(i - 1);
            Point to = path.points().get(i);
            if (from.x() == to.x() || from.y() == to.y()) {
                Extent part = new Extent(from.x(), from.y(), from.x(), from.y());
                lines.add(part.with(new Extent(to.x(), to.y(), to.x(), to.y())).grown(BESIDE_LINE));
            }
        }
    }

    /// The picture with those notes whose things are in it.
    ///
    /// @param selected the id of what is selected, which no note should cover; empty for nothing
    public static Diagram on(Diagram diagram, List<Note> notes, String selected) {
        return notes.isEmpty() ? diagram : new Notes(diagram).with(notes, selected);
    }

    private Diagram with(List<Note> all, String selected) {
        places.find(selected).ifPresent(kept::add);
        all.forEach(note -> places.find(note.at()).ifPresent(kept::add));
        List<String> plain = new ArrayList<>(diagram.plain());
        StringBuilder told = new StringBuilder(diagram.description());
        List<Wanted> wanted = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            Note note = all.get(i);
            Optional<Extent> thing = places.find(note.at());
            if (thing.isPresent()) {
                TypesetProse prose = TypesetProse.of(note.words(), WIDEST);
                wanted.add(new Wanted("note" + i, note, thing.get(), prose));
                plain.addAll(Columns.of("(" + note.at() + ": " + note.words() + ")"));
                told.append(' ').append(note.words());
            }
        }
        arrange(wanted).forEach(this::draw);
        List<Shape> shapes = new ArrayList<>(diagram.shapes());
        shapes.addAll(sheet.shapes());
        return new Diagram(
                diagram.width(),
                diagram.height(),
                diagram.title(),
                told.toString(),
                diagram.caption(),
                plain,
                shapes);
    }

    /// Each note gets the best place that those before it leave; then each is placed once more, now
    /// that all others are there.
    private List<Placed> arrange(List<Wanted> wanted) {
        List<Placed> done = new ArrayList<>();
        wanted.forEach(note -> done.add(place(note)));
        for (int round = 0; round < ROUNDS && done.size() > 1; round++) {
            for (int i = 0; i < done.size(); i++) {
                Placed before = done.get(i);
                placed.remove(before.around());
                leaders.remove(before.leader());
                done.set(i, place(before.note()));
            }
        }
        return done;
    }

    private Placed place(Wanted note) {
        Extent place = place(note.thing(), note.width(), note.height());
        Placed now = new Placed(note, place, Leader.between(place, note.thing()));
        placed.add(now.around());
        leaders.add(now.leader());
        return now;
    }

    private void draw(Placed done) {
        String id = done.note().id();
        Note note = done.note().note();
        TypesetProse prose = done.note().prose();
        Extent place = done.place();
        Point from = done.leader().from();
        Point to = done.leader().to();
        try (var _ = sheet.group(id, note.words())) {
            if (from.distance(to) > 3) {
                sheet.line(id + "/line/halo", Tone.PAPER, Weight.HALO, from, to);
                sheet.line(id + "/line", Tone.NOTE, Weight.NORMAL, from, to);
            }
            sheet.box(
                    id + "/box",
                    place.left(),
                    place.top(),
                    place.width(),
                    place.height(),
                    5,
                    Tone.NOTE,
                    Fill.TINT);
            prose.draw(
                    sheet,
                    id,
                    place.left() + PAD + 2,
                    place.top() + PAD - 2 + LINE / 2,
                    LINE,
                    Tone.NOTE);
        }
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
        double left = Math.clamp(x, EDGE, Math.max(EDGE, diagram.width() - width - EDGE));
        double top = Math.clamp(y, EDGE, Math.max(EDGE, diagram.height() - height - EDGE));
        return new Extent(left, top, left + width, top + height);
    }

    private double cost(Extent place, Extent thing, double least) {
        Leader leader = Leader.between(place, thing);
        Extent clear = place.grown(CLEAR);
        double cost = Math.abs(leader.length() - AWAY);
        for (Extent other : kept) {
            cost += place.grown(2).shared(other) * 8;
        }
        for (Extent other : placed) {
            cost += place.shared(other) * 8;
        }
        for (Extent text : words) {
            if (cost >= least) {
                return cost;
            }
            cost += clear.shared(text) * 4;
        }
        for (Extent line : lines) {
            cost += place.shared(line);
        }
        for (Extent box : drawn) {
            cost += place.shared(box) * 0.1;
        }
        return cost >= least ? cost : cost + crossed(place, thing, leader);
    }

    private double crossed(Extent place, Extent thing, Leader leader) {
        double cost = 0;
        for (Extent box : drawn) {
            boolean about = box.shared(thing) > 0;
            cost += !about && leader.touches(box) ? THROUGH_BOX : 0;
        }
        for (Extent line : lines) {
            cost += leader.meets(line) ? OVER_LINE : 0;
        }
        for (Leader other : leaders) {
            cost += leader.crosses(other) || other.meets(place) ? CROSSED : 0;
        }
        for (Extent other : placed) {
            cost += leader.meets(other) ? CROSSED : 0;
        }
        for (Extent text : words) {
            cost += leader.meets(text.grown(CLEAR)) ? THROUGH_WORDS : 0;
        }
        return cost;
    }
}
