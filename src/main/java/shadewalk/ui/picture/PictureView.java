package shadewalk.ui.picture;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import shadewalk.diagram.Diagram;
import shadewalk.diagram.Extent;
import shadewalk.diagram.Palette;
import shadewalk.diagram.Point;
import shadewalk.diagram.motion.Change;
import shadewalk.diagram.motion.Viewport;
import shadewalk.diagram.parts.Contents;
import shadewalk.diagram.parts.Hits;
import shadewalk.diagram.parts.Parts;
import shadewalk.diagram.parts.Touched;
import shadewalk.read.Gesture;
import shadewalk.read.Thing;
import shadewalk.read.ThingIds;
import shadewalk.ui.theme.Appearance;
import shadewalk.ui.theme.Theme;

/// Shows a diagram, and how it turns into the next one.
public final class PictureView extends Region {

    private static final Diagram EMPTY = new Diagram(1, 1, "", "", "", List.of(), List.of());

    /// How much longer it takes to follow a way.
    private static final double LONGER = 2.5;

    private static final double ZOOM_STEP = 1.25;

    private final Appearance appearance;
    private final Camera camera;
    private final Canvas canvas = new Canvas();
    private final Hint hint = new Hint();
    private final PictureFonts fonts = new PictureFonts();
    private final Minimap minimap = new Minimap(fonts, this::centre);
    private final ReadOnlyObjectWrapper<Diagram> diagram = new ReadOnlyObjectWrapper<>(EMPTY);
    private final Picked picked =
            new Picked(thing -> contents().touch(thing.id(), ""), this::pickedOther);
    private final Motion motion = new Motion(this::draw, this::finish);

    private Change change = Change.none(EMPTY);
    private Contents contents = new Contents(EMPTY);
    private Consumer<Thing> onSecondClick = _ -> {};
    private Runnable onPicked = () -> {};
    private boolean stale;
    private Consumer<Optional<Point>> onPointed = _ -> {};
    private Predicate<String> onShape = _ -> false;
    private Predicate<Point> onDragged = _ -> false;

    public PictureView(Appearance appearance) {
        this.appearance = appearance;
        this.camera = new Camera(appearance, EMPTY);
        setId("picture");
        getStyleClass().add("picture");
        // The canvas follows this region; managed, it would enlarge it in turn.
        canvas.setManaged(false);
        getChildren().addAll(canvas, minimap, hint);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
        new PictureMouse(this);
        appearance.themeProperty().subscribe(_ -> redraw());
        appearance.scaleProperty().subscribe(_ -> refit());
    }

    /// What the current diagram, at the end of its change, is.
    public ReadOnlyObjectProperty<Diagram> diagramProperty() {
        return diagram.getReadOnlyProperty();
    }

    public ObjectProperty<Optional<Thing>> selectionProperty() {
        return picked.selection();
    }

    /// What a person has picked by mouse or keys, or the thing selected in another way.
    public ReadOnlyObjectProperty<Touched> touchedProperty() {
        return picked.touched().getReadOnlyProperty();
    }

    /// What belongs to the selected thing and is outlined with it.
    public ObjectProperty<List<Thing>> twinsProperty() {
        return picked.twins();
    }

    /// What happens when a thing is clicked twice.
    public void setOnSecondClick(Consumer<Thing> action) {
        onSecondClick = action;
    }

    /// What happens when a person picks a thing with the mouse.
    public void setOnPicked(Runnable action) {
        onPicked = action;
    }

    /// What happens when a person points at a place of the diagram, or no longer at any.
    public void setOnPointed(Consumer<Optional<Point>> action) {
        onPointed = action;
    }

    /// What happens when a person clicks a shape; it says whether it had a use for the click, which
    /// then selects nothing.
    public void setOnShape(Predicate<String> action) {
        onShape = action;
    }

    /// What happens when a person drags over a place of the diagram; it says whether it had a use
    /// for it, else the picture is moved.
    void setOnDragged(Predicate<Point> action) {
        onDragged = action;
    }

    /// Lets the picture turn into another within so many seconds; 0 changes it at once.
    ///
    /// @param gestures how what happened is shown
    /// @param longest how long it may take if there is a way to follow
    public void show(Diagram next, List<Gesture> gestures, double within, double longest) {
        Diagram before = diagram.get();
        camera.show(next);
        diagram.set(next);
        contents = new Contents(next);
        boolean moves = within > 0 && !before.equals(EMPTY) && !before.equals(next);
        boolean travel = !appearance.reduceMotionProperty().get();
        change = moves ? Change.of(before, next, gestures, travel) : Change.none(next);
        hint.hide();
        speak();
        if (moves) {
            double time = Math.max(within, Math.min(within * LONGER, longest));
            motion.begin(change.unhurried() ? time : within);
        } else {
            finish();
        }
    }

    /// Whether the last change is still being shown.
    public boolean isMoving() {
        return motion.t() < 1;
    }

    /// The part of the diagram that is seen, unless that is all of it.
    public Optional<Extent> visiblePart() {
        return camera.visiblePart();
    }

    public void zoomIn() {
        camera.zoom(ZOOM_STEP);
        redraw();
    }

    public void zoomOut() {
        camera.zoom(1 / ZOOM_STEP);
        redraw();
    }

    /// Shows the whole diagram again.
    public void fit() {
        camera.fit();
        finish();
    }

    /// Shows the picture as somebody wants it to be looked at.
    void look(Look look) {
        if (look.percent() == 0) {
            fit();
            return;
        }
        Extent whole = new Extent(0, 0, diagram.get().width(), diagram.get().height());
        camera.look(look.percent(), look.at().flatMap(contents.hits()::place).orElse(whole));
        redraw();
    }

    /// Brings a thing into the middle, if it is in the picture.
    public void reveal(Thing thing) {
        contents.hits().place(thing).filter(camera::reveal).ifPresent(_ -> redraw());
    }

    /// Brings a thing into the middle, large enough to be read, unless it can be read where it is.
    public void find(Thing thing) {
        contents.hits().place(thing).filter(camera::find).ifPresent(_ -> redraw());
    }

    /// Picks the next big part of the picture, or the one before: a table, an entry, a register, a
    /// page.
    public void pickNext(int by) {
        contents.parts().next(touched().shape(), by).ifPresent(this::pick);
    }

    /// Picks the next bit, or the one before: of the selected entry where the picture shows its
    /// bits, or of the address.
    public void pickNextBit(int by) {
        contents.parts().nextSmall(touched().shape(), by).ifPresent(this::pick);
    }

    /// What was picked and selects nothing is not picked any more.
    public void unpickPlace() {
        if (picked.selection().get().isEmpty()) {
            picked.take(Touched.NOTHING);
        }
    }

    /// Nothing is picked any more.
    public void unpick() {
        picked.take(Optional.empty(), Touched.NOTHING);
    }

    private void pick(Parts.Part part) {
        requestFocus();
        camera.reveal(part.place());
        picked.take(ThingIds.around(part.id()), new Touched(part.id(), part.words()));
    }

    void zoom(double factor, double x, double y) {
        camera.set(camera.view().zoomed(factor, x, y));
        redraw();
    }

    private void centre(Point place) {
        camera.centre(place.x(), place.y());
        redraw();
    }

    /// Whether somebody has a use for a drag over a place.
    boolean drag(double x, double y) {
        var unit = camera.view().unit(x, y);
        return onDragged.test(new Point(unit.x(), unit.y()));
    }

    void pan(double dx, double dy) {
        camera.set(camera.view().moved(dx, dy));
        redraw();
    }

    void pointAt(double x, double y) {
        onPointed.accept(Optional.of(camera.view().unit(x, y)));
        Optional<Hits.Hit> hit = hit(x, y);
        Optional<Thing> thing = hit.flatMap(Hits.Hit::thing);
        hint.show(hit.map(Hits.Hit::words).orElse(""), x, y, getWidth(), getHeight());
        picked.pointAt(thing);
    }

    void pointAway() {
        hint.hide();
        onPointed.accept(Optional.empty());
        picked.pointAt(Optional.empty());
    }

    void click(double x, double y, int count) {
        requestFocus();
        hint.hide();
        if (count == 2) {
            // The first click may have moved the picture: what it selected is what is meant.
            picked.selection().get().ifPresent(onSecondClick);
            return;
        }
        Optional<Hits.Hit> hit = hit(x, y);
        boolean used = onShape.test(hit.map(h -> h.shape().id()).orElse(""));
        take(hit, !used);
        hit.flatMap(Hits.Hit::thing).filter(_ -> !used).ifPresent(_ -> onPicked.run());
    }

    /// Selects what lies under a pixel, as a click does, and nothing else.
    public void select(double x, double y) {
        requestFocus();
        take(hit(x, y), true);
    }

    private Optional<Hits.Hit> hit(double x, double y) {
        Point unit = camera.view().unit(x, y);
        return contents.hits().at(unit.x(), unit.y());
    }

    private void take(Optional<Hits.Hit> hit, boolean selecting) {
        String shape = hit.map(h -> h.shape().id()).orElse("");
        Touched part = contents.touch(shape, hit.map(Hits.Hit::words).orElse(""));
        if (selecting) {
            picked.take(hit.flatMap(Hits.Hit::thing), part);
        } else {
            picked.take(part);
        }
    }

    @Override
    protected void layoutChildren() {
        boolean resized = canvas.getWidth() != getWidth() || canvas.getHeight() != getHeight();
        if (resized) {
            canvas.setWidth(getWidth());
            canvas.setHeight(getHeight());
            hint.hide();
            refit();
        }
        if (stale) {
            draw();
        }
    }

    private void finish() {
        motion.end();
        camera.arrive();
        change = Change.none(diagram.get());
        redraw();
    }

    private void refit() {
        camera.refit(getWidth(), getHeight());
        redraw();
    }

    /// What is picked, lit and moved by one touch is drawn once, with the next frame.
    private void redraw() {
        stale = true;
        requestLayout();
    }

    private void draw() {
        stale = false;
        if (canvas.getWidth() == 0 || canvas.getHeight() == 0) {
            return;
        }
        Palette palette = palette();
        Viewport now = camera.at(change.look(motion.t()));
        var painter =
                new Painter(
                        canvas.getGraphicsContext2D(),
                        fonts,
                        palette,
                        now,
                        now.scale() == camera.view().scale(),
                        canvas.getWidth(),
                        canvas.getHeight());
        painter.paint(change.at(motion.t()), canvas.getWidth(), canvas.getHeight());
        if (!isMoving()) {
            picked.outline(painter, palette, contents);
            Extent visible = now.visible(getWidth(), getHeight());
            minimap.show(diagram.get(), palette, visible, getHeight());
        }
    }

    private Palette palette() {
        return appearance.theme() == Theme.DARK ? Palette.DARK : Palette.LIGHT;
    }

    private Contents contents() {
        return contents;
    }

    private Touched touched() {
        return picked.touched().get();
    }

    private void pickedOther() {
        speak();
        redraw();
    }

    /// What a screen reader says: what is picked, or the whole picture.
    private void speak() {
        Diagram now = diagram.get();
        Touched part = touched();
        String whole = now.title() + ". " + now.description();
        String words =
                part.isEmpty() ? whole : now.spokenParts().getOrDefault(part.shape(), part.words());
        setAccessibleText(words);
        setAccessibleHelp(whole);
    }
}
