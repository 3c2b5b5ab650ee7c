package shadewalk.ui.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import shadewalk.diagram.Face;
import shadewalk.ui.session.Flag;

/// Where the names of flags stand on the bar, so that no name runs into another one, into another
/// flag's pole, or into the number of a step.
///
/// A name stands right of its flag in the lower row, if it has room before the next flag. Otherwise
/// it goes up into the row of the steps' numbers, above the flags that follow. Where there is no
/// room either, the end of it is cut off, or all of it.
///
/// ```
///   4    |> the fault      5
///   |    |   |> KVM walks  |
/// ```
final class FlagNames {

    /// How large a name is, in pixels at 100 %.
    static final double SIZE = 10.5;

    /// From a pole to its name.
    static final double INDENT = 10;

    /// From a step's beginning to its number.
    static final double NUMBER_INDENT = 4;

    private static final double GAP = 3;

    /// What is left of a name says nothing with fewer characters.
    private static final int FEWEST = 4;

    private static final String CUT = "\u2026";

    private final double scale;
    private final double end;
    private final List<Span> numbers;

    /// Pixels from left to right.
    private record Span(double from, double to) {}

    /// A flag with as much of its name as has room.
    ///
    /// @param x where its pole stands
    /// @param upper whether it is in the upper row
    /// @param shown empty if there is no room for a name
    record Placed(Flag flag, double x, boolean upper, String shown, double from, double to) {

        /// Whether a pixel belongs to the name.
        boolean covers(double pixel, boolean inUpper) {
            return upper == inUpper && from <= pixel && pixel < to;
        }
    }

    private FlagNames(Track track, double end, double scale) {
        this.scale = scale;
        this.end = end;
        this.numbers =
                track.bands().stream()
                        .filter(Track.Band::named)
                        .filter(band -> band.from() < end && !band.name().isEmpty())
                        .map(band -> numberOf(band, scale))
                        .toList();
    }

    /// @param flags in the order of their positions, none hidden
    /// @param end where the part of the bar ends that is not hidden, in pixels
    /// @param scale the size of everything, 1 for 100 %
    static List<Placed> place(Track track, List<Flag> flags, double end, double scale) {
        return new FlagNames(track, end, scale).place(track, flags);
    }

    private static Span numberOf(Track.Band band, double scale) {
        double from = band.from() + NUMBER_INDENT * scale;
        return new Span(from, from + Face.NUMBERS.width(band.name()) * SIZE * scale);
    }

    private List<Placed> place(Track track, List<Flag> flags) {
        List<Placed> placed = new ArrayList<>();
        double upperFree = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < flags.size(); i++) {
            double x = track.x(flags.get(i).position());
            double next = i + 1 < flags.size() ? track.x(flags.get(i + 1).position()) : end;
            Placed one = place(flags.get(i), x, next, x >= upperFree);
            placed.add(one);
            upperFree = one.upper() ? one.to() + GAP * scale : upperFree;
        }
        return List.copyOf(placed);
    }

    private Placed place(Flag flag, double x, double next, boolean upperIsFree) {
        double from = x + INDENT * scale;
        double lowerRoom = next - GAP * scale - from;
        double upperRoom = upperIsFree ? upperEnd(x) - GAP * scale - from : 0;
        double wanted = width(flag.name());
        boolean upper = wanted > lowerRoom && upperRoom > lowerRoom;
        String shown = cut(flag.name(), upper ? upperRoom : lowerRoom).orElse("");
        return new Placed(flag, x, upper && !shown.isEmpty(), shown, from, from + width(shown));
    }

    /// Where the upper row has no more room right of a pole.
    private double upperEnd(double x) {
        return numbers.stream()
                .filter(number -> number.to() + GAP * scale > x)
                .mapToDouble(Span::from)
                .map(from -> Math.max(from, x))
                .min()
                .orElse(end);
    }

    private Optional<String> cut(String name, double room) {
        if (width(name) <= room) {
            return Optional.of(name);
        }
        for (int length = name.length() - 1; length >= FEWEST; length--) {
            String part = name.substring(0, length).stripTrailing() + CUT;
            if (width(part) <= room) {
                return Optional.of(part);
            }
        }
        return Optional.empty();
    }

    private double width(String words) {
        return Face.WORDS.width(words) * SIZE * scale;
    }
}
