package shadewalk.ui.picture;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import shadewalk.diagram.Diagram;
import shadewalk.diagram.Point;
import shadewalk.diagram.motion.Reading;
import shadewalk.diagram.quadrants.QuadrantsPicture;
import shadewalk.diagram.reach.ReachPicture;
import shadewalk.diagram.seen.Pictures;
import shadewalk.read.Aim;
import shadewalk.read.Mask;
import shadewalk.read.Note;
import shadewalk.read.OnStage;
import shadewalk.read.Picture;
import shadewalk.read.Seen;
import shadewalk.read.TableSizes;
import shadewalk.read.Telling;
import shadewalk.read.Thing;
import shadewalk.read.ThingIds;
import shadewalk.read.View;
import shadewalk.scenario.Machine;
import shadewalk.ui.session.Session;
import shadewalk.x86.Gva;

/// Which picture is shown, and of which address.
public final class PictureModel {

    private static final Diagram NOTHING = new Diagram(1, 1, "", "", "", List.of(), List.of());

    private final Session session;
    private final ObjectProperty<Picture> view =
            new SimpleObjectProperty<>(this, "view", Picture.WALK);
    private final BooleanProperty asText = new SimpleBooleanProperty(this, "asText", false);
    private final ObjectBinding<Diagram> diagram =
            new ObjectBinding<>() {
                @Override
                protected Diagram computeValue() {
                    return draw();
                }
            };
    private final Set<Mask.Family> masks = EnumSet.noneOf(Mask.Family.class);
    private Supplier<Optional<Machine>> machine = Optional::empty;
    private final Where where;
    private final ObjectProperty<Telling> telling =
            new SimpleObjectProperty<>(this, "telling", Telling.ALL);
    private final ObjectProperty<Set<OnStage>> stage =
            new SimpleObjectProperty<>(this, "stage", OnStage.ALL);
    private Optional<Aim> aim = Optional.empty();
    private final Trial trial;
    private List<Note> notes = List.of();
    private final ObjectProperty<Look> look = new SimpleObjectProperty<>(this, "look", Look.WHOLE);
    private final Dealing dealing = new Dealing();
    private final Reading reading = new Reading();
    private Diagram drawn = NOTHING;
    private int drawnAt = -1;
    private final ObjectProperty<Optional<TableSizes>> sizes =
            new SimpleObjectProperty<>(this, "sizes", Optional.empty());

    public PictureModel(Session session) {
        this.session = session;
        this.where = new Where(session, diagram::invalidate);
        this.trial = new Trial(session);
        session.momentProperty()
                .subscribe(_ -> {
                    where.follow();
                    dealing.end();
                    refresh();
                });
        session.selectionProperty().subscribe(_ -> refresh());
        view.subscribe(_ -> {
            dealing.end();
            refresh();
        });
        dealing.cursorProperty().subscribe(_ -> diagram.invalidate());
        telling.subscribe(_ -> {
            dealing.end();
            diagram.invalidate();
        });
        sizes.subscribe(_ -> diagram.invalidate());
        stage.subscribe(_ -> diagram.invalidate());
    }

    /// What was pointed at or tried out belongs to what was shown.
    private void refresh() {
        aim = Optional.empty();
        trial.end();
        diagram.invalidate();
    }

    /// Where to find the machine whose run is shown, to try things out on a branch.
    public void setMachine(Supplier<Optional<Machine>> source) {
        machine = source;
    }

    public ObjectProperty<Picture> viewProperty() {
        return view;
    }

    /// Whether the picture is told in text instead of drawn.
    public BooleanProperty asTextProperty() {
        return asText;
    }

    /// The picture. It is drawn when somebody looks: several things may change first.
    public ObservableValue<Diagram> diagramProperty() {
        return diagram;
    }

    public Diagram diagram() {
        return diagram.get();
    }

    /// Which address the picture is about.
    public Where where() {
        return where;
    }

    /// Selects a thing, if it is there now.
    ///
    /// @return whether it is
    public boolean find(Thing thing) {
        boolean there = has(thing);
        if (there) {
            session.select(thing);
        }
        return there;
    }

    /// Whether a thing is there now.
    boolean has(Thing thing) {
        return switch (thing.table().orElse(thing)) {
            case Thing.ShadowTable t -> session.state().shadow().exists(t.page());
            case Thing.GuestTable t -> session.state().frame(t.gfn()) != null;
            default -> true;
        };
    }

    /// Words to put beside things.
    public void setNotes(List<Note> wanted) {
        if (!notes.equals(wanted)) {
            notes = List.copyOf(wanted);
            diagram.invalidate();
        }
    }

    /// How the picture is to be looked at. Setting it does so; the learner may look otherwise then.
    public ObjectProperty<Look> lookProperty() {
        return look;
    }

    /// The words beside things. None speak of what is being dealt out.
    public List<Note> notes() {
        return dealing.isOn() ? List.of() : notes;
    }

    /// What may be told while a question is open, or not.
    public ObjectProperty<Telling> tellingProperty() {
        return telling;
    }

    /// The parts that are on stage.
    public ObjectProperty<Set<OnStage>> stageProperty() {
        return stage;
    }

    /// Whether some parts are all on stage.
    public BooleanBinding shows(Set<OnStage> parts) {
        return Bindings.createBooleanBinding(() -> stage.get().containsAll(parts), stage);
    }

    /// Whether a question is open, which what somebody tries out could answer.
    private boolean isAsked() {
        return !telling.get().all();
    }

    /// How far the address space is dealt out, in the quadrants.
    public Dealing dealing() {
        return dealing;
    }

    /// Whether there is something to deal out: quadrants, and no question that it would answer.
    public BooleanBinding canDeal() {
        return Bindings.createBooleanBinding(
                () ->
                        view.get() == Picture.QUADRANTS
                                && !isAsked()
                                && !isEmpty()
                                && QuadrantsPicture.quartered(session.state()),
                view,
                telling,
                session.momentProperty());
    }

    /// Shows the address, how far it is dealt out, and the words of what a picture was taken of.
    public void show(View taken) {
        where.stage(taken.address());
        if (taken.aim().dealing()) {
            dealing.moveTo(taken.address());
        }
        setNotes(taken.notes());
        setSizes(taken.sizes());
    }

    /// Tries other sizes of tables and entries; the guest's own for nothing.
    public void setSizes(Optional<TableSizes> tried) {
        sizes.set(tried);
    }

    /// The address the picture is about.
    public Gva address() {
        return aim().gva();
    }

    /// What is seen.
    public View view() {
        return new View(
                view.get(),
                session.moment(),
                aim(),
                session.selectionProperty().get().map(Thing::id).orElse(""),
                notes(),
                masks,
                trial.now(),
                sizes.get(),
                stage.get(),
                telling.get());
    }

    /// Whether masks of a family lie over the bits, as a property that can also change it.
    public BooleanProperty masks(Mask.Family family) {
        BooleanProperty on = new SimpleBooleanProperty(masks.contains(family));
        on.subscribe(now -> {
            if (now ? masks.add(family) : masks.remove(family)) {
                diagram.invalidate();
            }
        });
        return on;
    }

    /// Whether the guest's entries have 4 bytes and not 8 in the picture of how far tables reach,
    /// as a property that can also try the other.
    public BooleanProperty shortEntries() {
        return sized(TableSizes::shortEntries, TableSizes::withShortEntries);
    }

    /// Whether the shadow's tables have 8 KiB and not 4 there.
    public BooleanProperty largeTables() {
        return sized(TableSizes::largeTables, TableSizes::withLargeTables);
    }

    private BooleanProperty sized(
            Predicate<TableSizes> is, BiFunction<TableSizes, Boolean, TableSizes> with) {
        BooleanProperty on = new SimpleBooleanProperty();
        Runnable follow = () -> on.set(is.test(sizes()));
        sizes.subscribe(follow);
        session.momentProperty().subscribe(follow);
        on.subscribe(now -> {
            if (is.test(sizes()) != now) {
                TableSizes other = with.apply(sizes(), now);
                sizes.set(Optional.of(other).filter(tried -> !tried.equals(own())));
            }
        });
        return on;
    }

    private TableSizes sizes() {
        return sizes.get().orElseGet(this::own);
    }

    private TableSizes own() {
        return TableSizes.of(session.state());
    }

    /// Somebody points at a place of the picture, or nowhere: in the quadrants and the scales of
    /// reach the cursor follows, unless the space is being dealt out.
    void pointAt(Optional<Point> place) {
        if (isMap() && !isEmpty() && !dealing.isOn()) {
            setAim(place.flatMap(this::aimAt));
        }
    }

    /// Whether places of the picture are addresses.
    private boolean isMap() {
        return view.get() == Picture.QUADRANTS || view.get() == Picture.REACH;
    }

    /// Somebody drags over a place of the picture: the dealing comes or goes back there.
    ///
    /// @return whether the picture had a use for it
    boolean drag(Point place) {
        if (view.get() == Picture.REACH && telling.get().all()) {
            Optional<Aim> there = aimAt(place);
            there.ifPresent(to -> where.ask(to.gva()));
            return there.isPresent();
        }
        Optional<Aim> there = dealing.isOn() ? aimAt(place) : Optional.empty();
        there.ifPresent(to -> dealing.moveTo(to.gva()));
        return there.isPresent();
    }

    private Optional<Aim> aimAt(Point place) {
        Seen seen = pointed().seen();
        return view.get() == Picture.REACH
                ? ReachPicture.aimAt(seen, place)
                : QuadrantsPicture.aimAt(seen, place);
    }

    /// Somebody clicks a shape that belongs to no action of the window: the quadrants keep the
    /// address, the bits show what if the bit were the other way.
    ///
    /// @return whether the picture had a use for the click
    boolean pick(String shape) {
        return switch (view.get()) {
            case QUADRANTS, REACH -> {
                Optional<Aim> there = aim;
                if (isAsked()) {
                    // Another address could answer it.
                    yield false;
                }
                there.ifPresent(picked -> where.ask(picked.gva()));
                yield there.isPresent() || dealing.isOn();
            }
            case BITS ->
                    ThingIds.smallest(shape).orElse(null) instanceof Thing.Bits bits && flip(bits);
            case WALK, TABLES -> false;
        };
    }

    /// Moves the address up or down the address space by so many bytes, within 4 GiB.
    public void move(long bytes) {
        if (dealing.isOn()) {
            dealing.move(bytes);
        } else if (!isEmpty() && !isAsked()) {
            long piece = Math.abs(bytes);
            long start = Math.floorDiv(address().raw(), piece) * piece;
            where.ask(new Gva(Math.floorMod(start + bytes, 1L << 32)));
        }
    }

    /// Flips the next bit of the guest's entry, or the one before; behind the last, none.
    public void flipNext(int by) {
        if (view.get() == Picture.BITS && !isEmpty()) {
            Seen seen = view().seen();
            trial.next(seen.pair(), by, mayTry(), seen.story().access());
            diagram.invalidate();
        }
    }

    private boolean flip(Thing.Bits cell) {
        Seen seen = view().seen();
        boolean used = trial.flip(seen.pair(), cell, mayTry(), seen.story().access());
        diagram.invalidate();
        return used;
    }

    /// What is tried out could answer an open question.
    private Optional<Machine> mayTry() {
        return isAsked() ? Optional.empty() : machine.get();
    }

    private Aim aim() {
        return dealing.cursorProperty()
                .get()
                .map(Aim::dealtTo)
                .orElseGet(() -> Aim.at(where.address()));
    }

    /// What is seen while somebody points at it.
    private View pointed() {
        return dealing.isOn() ? view() : aim.map(view()::at).orElseGet(this::view);
    }

    private void setAim(Optional<Aim> next) {
        if (!aim.equals(next)) {
            aim = next;
            diagram.invalidate();
        }
    }

    /// Whether the picture follows the pointer, so that it must not lag behind.
    boolean isAiming() {
        return aim.isPresent();
    }

    private boolean isEmpty() {
        return session.timeline().size() == 0;
    }

    /// How many words there are to read that no picture of a moment before had.
    public int coming() {
        return reading.words(diagram());
    }

    private Diagram draw() {
        if (drawnAt != session.position()) {
            reading.done(drawn);
            drawnAt = session.position();
        }
        drawn = isEmpty() ? NOTHING : Pictures.draw(pointed());
        return drawn;
    }
}
