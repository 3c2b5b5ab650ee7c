package shadewalk.lesson.play;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import shadewalk.bits.Hex;
import shadewalk.lesson.json.Numbers;
import shadewalk.state.ShadowPage;
import shadewalk.state.SpteAt;
import shadewalk.state.State;
import shadewalk.x86.Gpa;
import shadewalk.x86.GuestEntry;
import shadewalk.x86.PagingMode;

/// Lets a learner do a walk, one thing after the other, and says of each whether it is the next.
///
/// The walk begins at CR3 and ends at the byte, or at the entry that is not present.
public final class WalkCoach {

    private final State state;
    private final List<Station> stations;
    private int next;

    private WalkCoach(State state, List<Station> stations) {
        this.state = state;
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
    private record Station(Spot spot, String prompt, String why) {}

    /// The guest's walk of an address.
    public static WalkCoach guest(State state, long gva) {
        Walks walks = new Walks(state);
        List<Station> stations = new ArrayList<>();
        stations.add(
                new Station(
                        new Spot.Register("cr3"),
                        "Where does the walk begin?",
                        "CR3 holds the address of the first table."));
        List<Walks.Guest> path = walks.guestPath(gva);
        path.forEach(entry -> stations.add(station(walks, entry)));
        memory(walks, gva).ifPresent(stations::add);
        return new WalkCoach(state, stations);
    }

    /// The byte itself, if the walk gets there.
    private static Optional<Station> memory(Walks walks, long gva) {
        try {
            return Optional.of(
                    new Station(
                            new Spot.Memory(new Gpa(walks.translate(gva))),
                            "Where does the byte lie?",
                            "The frame of the last entry, and the last twelve bits of the"
                                    + " address."));
        } catch (Unresolved e) {
            return Optional.empty();
        }
    }

    private static Station station(Walks walks, Walks.Guest entry) {
        var index = walks.mode().level(entry.level()).index();
        String bits = "Bits " + index.range() + " of the address are " + entry.index() + ". ";
        String found =
                GuestEntry.P.in(entry.value())
                        ? "The entry is present."
                        : "The entry is not present: the walk ends here, in a page fault.";
        return new Station(
                new Spot.GuestEntry(entry.level(), entry.at(), entry.index()),
                "Which entry of the table is read next?",
                bits + found);
    }

    /// The shadow's walk of an address, as far as there are entries.
    public static WalkCoach shadow(State state, long gva) {
        Walks walks = new Walks(state);
        return new WalkCoach(
                state,
                walks.shadowPath(gva).stream()
                        .map(entry ->
                                new Station(
                                        entry.spot(),
                                        "Which entry of the shadow is read next?",
                                        "Its index is " + index(entry.spot()) + "."))
                        .toList());
    }

    private static int index(Spot spot) {
        return switch (spot) {
            case Spot.ShadowEntry(_, var at) -> at.index();
            case Spot.RootEntry(var quarter) -> quarter;
            default -> 0;
        };
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
    public Spot answer() {
        return stations.get(next).spot();
    }

    /// What can be picked next: registers, or all entries of the table. Nothing where an address is
    /// to be typed, and at the end.
    public List<Choice> choices() {
        return isDone()
                ? List.of()
                : switch (stations.get(next).spot()) {
                    case Spot.Register _ -> registers();
                    case Spot.GuestEntry(int level, Gpa at, int index) ->
                            guestTable(level, at, index);
                    case Spot.ShadowEntry(_, SpteAt at) -> shadowTable(at.page());
                    case Spot.RootEntry _ -> paeRoot();
                    default -> List.of();
                };
    }

    private List<Choice> registers() {
        var registers = state.cpu().registers();
        return List.of(
                new Choice("cr0", "CR0", Hex.prefixed(registers.cr0())),
                new Choice("cr3", "CR3", Hex.prefixed(registers.cr3())),
                new Choice("cr4", "CR4", Hex.prefixed(registers.cr4())));
    }

    private List<Choice> guestTable(int level, Gpa at, int index) {
        PagingMode mode = state.cpu().registers().mode();
        int bytes = mode.entryBytes();
        long table = at.raw() - (long) index * bytes;
        List<Choice> choices = new ArrayList<>();
        for (int i = 0; i < mode.level(level).entries(); i++) {
            Gpa entry = new Gpa(table + (long) i * bytes);
            long value = Objects.requireNonNull(state.read(entry, bytes), "a table in no memslot");
            choices.add(choice(new Spot.GuestEntry(level, entry, i), i, value, bytes));
        }
        return choices;
    }

    private List<Choice> shadowTable(int page) {
        ShadowPage table = state.shadow().page(page);
        List<Choice> choices = new ArrayList<>();
        for (int i = 0; i < PagingMode.LEVEL5.level(table.level()).entries(); i++) {
            Spot spot = new Spot.ShadowEntry(table.level(), new SpteAt(page, i));
            choices.add(choice(spot, i, table.spte(i), Long.BYTES));
        }
        return choices;
    }

    private List<Choice> paeRoot() {
        List<Choice> choices = new ArrayList<>();
        for (long entry : state.cpu().roots().paeRoot()) {
            int i = choices.size();
            choices.add(choice(new Spot.RootEntry(i), i, entry, Long.BYTES));
        }
        return choices;
    }

    private static Choice choice(Spot spot, int index, long value, int bytes) {
        return new Choice(spot.id(), Integer.toString(index), Hex.padded(value, bytes * 2));
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
        boolean address = !isDone() && stations.get(next).spot() instanceof Spot.Memory;
        if (address && number.isPresent()) {
            return pick(new Spot.Memory(new Gpa(number.getAsLong())).id());
        }
        return new Verdict(
                false,
                address
                        ? "\"" + text + "\" is no address; write one such as 0x13234."
                        : "There is no \"" + text + "\" to pick here.");
    }

    /// Judges a thing that was picked, and goes on if it is the next one.
    public Verdict pick(String id) {
        if (isDone()) {
            return new Verdict(false, "The walk is at its end.");
        }
        Station station = stations.get(next);
        if (station.spot().id().equals(id)) {
            next++;
            return new Verdict(true, station.why());
        }
        return new Verdict(false, wrong(id, station.spot()));
    }

    private String wrong(String id, Spot wanted) {
        for (int i = 0; i < stations.size(); i++) {
            if (stations.get(i).spot().id().equals(id)) {
                return i < next
                        ? "That was read already."
                        : "That comes later; something has to lead there first.";
            }
        }
        if (wanted instanceof Spot.Memory) {
            return "The last entry gives the frame, the last bits of the address the place in it.";
        }
        return table(id).equals(table(wanted.id()))
                ? "That is the right table, and another entry of it. Which bits choose the entry?"
                : "That is in another table. What did the entry before name?";
    }

    private static String table(String id) {
        int slash = id.indexOf('/');
        return slash < 0 ? id : id.substring(0, slash);
    }
}
