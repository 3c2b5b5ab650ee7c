package shadewalk.read.tell;

import static shadewalk.text.Texts.ANSWERS;

import java.util.Optional;
import shadewalk.read.Quadrant;
import shadewalk.read.Telling;
import shadewalk.x86.PagingMode;

/// Why several shadow tables stand for one guest table, reckoned from how many entries a table has
/// on either side and how far each of them reaches.
public final class StandIns {

    private StandIns() {}

    /// `A guest PD has 1,024 entries reaching 4 MiB each, a shadow PD 512 reaching 2 MiB: so 4
    /// shadow PDs stand for it.`
    ///
    /// @param level of the tables, 1 or 2
    public static Optional<String> why(int level, Telling telling) {
        return telling.say(why(level));
    }

    private static String why(int level) {
        PagingMode.Level guest = PagingMode.PT32.level(level);
        PagingMode.Level shadow = PagingMode.PAE.level(level);
        String table = Names.shortTable(level);
        return ANSWERS.get(
                "stand-ins.guest-has-entries",
                table,
                Names.count(guest.entries()),
                Names.size(guest.index().low()),
                Names.count(shadow.entries()),
                Names.size(shadow.index().low()),
                Quadrant.count(level));
    }

    /// The same, with the reason why the tables have not as many entries as each other.
    public static Optional<String> whyInFull(int level, Telling telling) {
        return telling.say(
                ANSWERS.get(
                        "stand-ins.page-holds-entries",
                        Names.count(PagingMode.PT32.level(level).entries()),
                        PagingMode.PT32.entryBytes(),
                        Names.count(PagingMode.PAE.level(level).entries()),
                        PagingMode.PAE.entryBytes(),
                        why(level)));
    }
}
