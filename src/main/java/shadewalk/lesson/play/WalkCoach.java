package shadewalk.lesson.play;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import shadewalk.state.State;
import shadewalk.x86.Gpa;
import shadewalk.x86.GuestEntry;

/// Lets a learner do a walk, one thing after the other, and says of each whether it is the next.
///
/// The walk begins at CR3 and ends at the byte, or at the entry that is not present.
public final class WalkCoach {

    private final List<Station> stations;
    private int next;

    private WalkCoach(List<Station> stations) {
        this.stations = stations;
    }

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
        return new WalkCoach(stations);
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
        return table(id).equals(table(wanted.id()))
                ? "That is the right table, and another entry of it. Which bits choose the entry?"
                : "That is in another table. What did the entry before name?";
    }

    private static String table(String id) {
        int slash = id.indexOf('/');
        return slash < 0 ? id : id.substring(0, slash);
    }
}
