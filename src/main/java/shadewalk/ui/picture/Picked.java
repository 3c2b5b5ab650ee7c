package shadewalk.ui.picture;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import shadewalk.diagram.Colour;
import shadewalk.diagram.Palette;
import shadewalk.diagram.Tone;
import shadewalk.diagram.parts.Contents;
import shadewalk.diagram.parts.Hits;
import shadewalk.diagram.parts.Touched;
import shadewalk.read.Thing;

/// What is picked in a picture and what is pointed at, each with its outline.
final class Picked {

    private final ObjectProperty<Optional<Thing>> selection =
            new SimpleObjectProperty<>(this, "selection", Optional.empty());
    private final ObjectProperty<List<Thing>> twins =
            new SimpleObjectProperty<>(this, "twins", List.of());
    private final ReadOnlyObjectWrapper<Touched> touched =
            new ReadOnlyObjectWrapper<>(Touched.NOTHING);
    private final Runnable changed;
    private Optional<Thing> pointedAt = Optional.empty();

    /// Whether somebody picks here, not elsewhere in the window.
    private boolean picking;

    /// @param touch what is picked of the picture when a thing is selected elsewhere
    /// @param changed what to do when it is another
    Picked(Function<Thing, Touched> touch, Runnable changed) {
        this.changed = changed;
        selection.subscribe((_, thing) -> {
            if (!picking) {
                take(thing.map(touch).orElse(Touched.NOTHING));
            }
        });
        twins.subscribe((_, _) -> changed.run());
    }

    ObjectProperty<Optional<Thing>> selection() {
        return selection;
    }

    /// What belongs to the selected thing and is outlined with it.
    ObjectProperty<List<Thing>> twins() {
        return twins;
    }

    ReadOnlyObjectWrapper<Touched> touched() {
        return touched;
    }

    /// A part is picked, and the thing that it belongs to is selected.
    void take(Optional<Thing> thing, Touched part) {
        picking = true;
        selection.set(thing);
        picking = false;
        take(part);
    }

    /// A part is picked that says nothing about what is selected.
    void take(Touched part) {
        touched.set(part);
        changed.run();
    }

    void pointAt(Optional<Thing> thing) {
        if (!thing.equals(pointedAt)) {
            pointedAt = thing;
            changed.run();
        }
    }

    /// Outlines what is pointed at, the twins, and what is picked.
    void outline(Painter painter, Palette palette, Contents contents) {
        Colour strong = palette.swatch(Tone.PATH).solid();
        Colour muted = palette.swatch(Tone.MUTED).solid();
        Hits hits = contents.hits();
        pointedAt
                .flatMap(hits::place)
                .ifPresent(place -> painter.outline(place, muted, 1.5, false));
        for (Thing twin : twins.get()) {
            hits.shown(twin).forEach(place -> painter.outline(place, strong, 2, true));
        }
        selection
                .get()
                .ifPresent(thing ->
                        hits.shown(thing)
                                .forEach(place -> painter.outline(place, strong, 2.5, false)));
        contents.parts()
                .around(touched.get().shape())
                .ifPresent(part -> painter.outline(part.place(), strong, 2.5, false));
    }
}
