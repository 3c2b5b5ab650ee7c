package shadewalk.lesson.play;

import static shadewalk.text.Texts.LESSON;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.IntFunction;
import java.util.function.IntToLongFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import shadewalk.bits.Hex;
import shadewalk.lesson.json.Numbers;
import shadewalk.read.GuestStep;
import shadewalk.read.GuestTables;
import shadewalk.read.GuestWalk;
import shadewalk.read.ShadowStep;
import shadewalk.read.ShadowWalk;
import shadewalk.read.Thing;
import shadewalk.read.ThingIds;
import shadewalk.state.Registers;
import shadewalk.state.SpteAt;
import shadewalk.state.State;
import shadewalk.state.Words;
import shadewalk.x86.Gpa;
import shadewalk.x86.Gva;

/// Lets a learner do a walk, one thing after the other, and says of each whether it is the next.
///
/// The walk begins at CR3 and ends at the byte, or at the entry that is not present.
public final class WalkCoach {

    private final List<Station> stations;
    private int next;

    private WalkCoach(List<Station> stations) {
        this.stations = stations;
    }

    /// Something that a learner can pick.
    ///
    /// @param id of the thing
    /// @param name a register, or the number of an entry in its table
    /// @param value what is in it, hexadecimal
    public record Choice(String id, String name, String value) {}

    /// A thing on the way.
    ///
    /// @param prompt what the learner is asked to find
    /// @param why what is said when it is found
    /// @param choices what can be picked in its stead
    private record Station(
            Thing thing, String prompt, String why, Supplier<List<Choice>> choices) {}

    /// The guest's walk of an address.
    public static WalkCoach guest(State state, Gva gva) {
        GuestWalk walk = GuestWalk.of(state, gva);
        List<Station> stations = new ArrayList<>();
        stations.add(
                new Station(
                        new Thing.Register("cr3"),
                        LESSON.get("walk-coach.where-does-walk"),
                        LESSON.get("walk-coach.cr3-holds-address"),
                        () -> registers(state.cpu().registers())));
        walk.steps().forEach(step -> stations.add(station(state, step)));
        if (walk.gpa() != null) {
            stations.add(
                    new Station(
                            new Thing.Memory(walk.gpa()),
                            LESSON.get("walk-coach.where-does-byte"),
                            LESSON.get("walk-coach.frame-last-entry"),
                            List::of));
        }
        return new WalkCoach(stations);
    }

    private static Station station(State state, GuestStep step) {
        String found =
                LESSON.get(
                        step.present() ? "walk-coach.present" : "walk-coach.not-present",
                        step.level().index().range(),
                        step.index());
        return new Station(
                step.thing(),
                LESSON.get("walk-coach.which-entry-table"),
                found,
                () ->
                        choices(
                                step.level().entries(),
                                step.mode().entryBytes(),
                                i -> new Thing.GuestEntry(step.table(), i),
                                i -> GuestTables.beside(state, step, i).entry()));
    }

    /// The shadow's walk of an address, as far as there are entries.
    public static WalkCoach shadow(State state, Gva gva) {
        return new WalkCoach(
                ShadowWalk.of(state, gva).steps().stream()
                        .map(step -> station(state, step))
                        .toList());
    }

    private static Station station(State state, ShadowStep step) {
        return new Station(
                step.thing(),
                LESSON.get("walk-coach.which-entry-shadow"),
                LESSON.get("walk-coach.index", step.index()),
                () -> step.inPaeRoot() ? paeRoot(state) : shadowTable(state, step.page()));
    }

    private static List<Choice> registers(Registers registers) {
        return Stream.of(Registers.Name.CR0, Registers.Name.CR3, Registers.Name.CR4)
                .map(name ->
                        new Choice(
                                name.name().toLowerCase(Locale.ROOT),
                                name.name(),
                                Hex.prefixed(registers.get(name))))
                .toList();
    }

    private static List<Choice> paeRoot(State state) {
        List<Long> root = state.cpu().roots().paeRoot();
        return choices(root.size(), Long.BYTES, Thing.RootEntry::new, root::get);
    }

    private static List<Choice> shadowTable(State state, int page) {
        return choices(
                Words.COUNT,
                Long.BYTES,
                i -> new Thing.ShadowEntry(new SpteAt(page, i)),
                state.shadow().page(page)::spte);
    }

    private static List<Choice> choices(
            int count, int bytes, IntFunction<Thing> thing, IntToLongFunction entry) {
        return IntStream.range(0, count)
                .mapToObj(i ->
                        new Choice(
                                thing.apply(i).id(),
                                Integer.toString(i),
                                Hex.padded(entry.applyAsLong(i), bytes * 2)))
                .toList();
    }

    /// Whether nothing is left to find.
    public boolean isDone() {
        return next >= stations.size();
    }

    /// What is to be found next; empty at the end.
    public String prompt() {
        return isDone() ? "" : stations.get(next).prompt();
    }

    /// The thing that is next, for a learner who gives up.
    ///
    /// @throws IndexOutOfBoundsException at the end
    public Thing answer() {
        return stations.get(next).thing();
    }

    /// What can be picked next: registers, or all entries of the table. Nothing where an address is
    /// to be typed, and at the end.
    public List<Choice> choices() {
        return isDone() ? List.of() : stations.get(next).choices().get();
    }

    /// Judges what was typed: the name of a register, the number of an entry, or an address.
    public Verdict type(String text) {
        OptionalLong number = Numbers.parse(text.strip());
        Optional<Choice> choice =
                choices().stream()
                        .filter(c ->
                                c.name().equalsIgnoreCase(text.strip())
                                        || number.isPresent()
                                                && c.name()
                                                        .equals(Long.toString(number.getAsLong())))
                        .findFirst();
        if (choice.isPresent()) {
            return pick(choice.get().id());
        }
        boolean address = !isDone() && stations.get(next).thing() instanceof Thing.Memory;
        if (address && number.isPresent()) {
            return pick(new Thing.Memory(new Gpa(number.getAsLong())).id());
        }
        return new Verdict(
                false,
                address
                        ? LESSON.get("walk-coach.no-address-write", text)
                        : LESSON.get("walk-coach.there-no-pick", text));
    }

    /// Judges a thing that was picked, and goes on if it is the next one.
    public Verdict pick(String id) {
        if (isDone()) {
            return new Verdict(false, LESSON.get("walk-coach.walk-at-end"));
        }
        Station station = stations.get(next);
        if (station.thing().id().equals(id)) {
            next++;
            return new Verdict(true, station.why());
        }
        return new Verdict(false, wrong(id, station.thing()));
    }

    private String wrong(String id, Thing wanted) {
        for (int i = 0; i < stations.size(); i++) {
            if (stations.get(i).thing().id().equals(id)) {
                return i < next
                        ? LESSON.get("walk-coach.was-read-already")
                        : LESSON.get("walk-coach.comes-later-something");
            }
        }
        if (wanted instanceof Thing.Memory) {
            return LESSON.get("walk-coach.last-entry-gives");
        }
        boolean inTable =
                ThingIds.of(id).flatMap(Thing::table).equals(wanted.table())
                        && wanted.table().isPresent();
        return inTable
                ? LESSON.get("walk-coach.right-table-another")
                : LESSON.get("walk-coach.in-another-table");
    }
}
