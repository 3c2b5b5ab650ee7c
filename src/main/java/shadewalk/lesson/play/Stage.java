package shadewalk.lesson.play;

import java.util.List;
import java.util.OptionalLong;
import shadewalk.scenario.Machine;
import shadewalk.x86.PagingMode;

/// A lesson's machine, ready to run, and what its parts are called.
///
/// @param mode the paging mode that the registers select
/// @param names the lesson's names and their addresses
/// @param tables the guest tables, in the order in which they were placed
/// @param windows what is mapped where, as far as the lesson says so
public record Stage(
        Machine machine,
        PagingMode mode,
        LessonNames names,
        List<GuestTable> tables,
        List<Window> windows) {

    public Stage {
        tables = List.copyOf(tables);
        windows = List.copyOf(windows);
    }

    /// A guest table.
    ///
    /// @param name empty if the lesson does not name it
    /// @param gpa where it lies
    public record GuestTable(String name, int level, long gpa) {}

    /// Guest memory as seen from guest virtual addresses.
    public record Window(long gva, long gpa, long bytes) {

        boolean shows(long address) {
            return address >= gpa && address - gpa < bytes;
        }
    }

    /// A virtual address at which the guest sees this physical one.
    OptionalLong windowTo(long gpa) {
        return windows.stream()
                .filter(window -> window.shows(gpa))
                .mapToLong(window -> window.gva() + (gpa - window.gpa()))
                .findFirst();
    }
}
