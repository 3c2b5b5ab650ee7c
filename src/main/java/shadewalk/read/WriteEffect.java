package shadewalk.read;

import java.util.List;
import shadewalk.mmu.GuestWrite;
import shadewalk.state.ShadowPage;
import shadewalk.state.SpteAt;
import shadewalk.state.State;
import shadewalk.x86.Gpa;

/// What a guest write would do to the shadow tables.
///
/// Source: `mmu.c`, v6.1: `kvm_mmu_pte_write`, `mmu_try_to_unsync_pages`.
///
/// @param guard how the written frame is guarded; without shadow pages, not at all
/// @param pages what becomes of each shadow page of the frame, the oldest first
public record WriteEffect(GuestTables.Guard guard, List<OnPage> pages) {

    public WriteEffect {
        pages = List.copyOf(pages);
    }

    /// What becomes of one shadow page.
    ///
    /// @param entries those that stand for what is written; none of a page that goes as a whole
    public record OnPage(ShadowPage page, Fate fate, List<SpteAt> entries) {

        public OnPage {
            entries = List.copyOf(entries);
        }
    }

    /// How a write meets a shadow page.
    public enum Fate {
        /// Its entries are emptied, or go out of date.
        ENTRIES,
        /// What is written lies in another quadrant.
        ELSEWHERE,
        /// It is zapped, for the write fits no entry.
        MISALIGNED,
        /// It is zapped, for it is written again and again without being used.
        FLOODED
    }

    /// The effect of one write.
    ///
    /// @param at where guest memory is written, within one page
    /// @param bytes 1, 2, 4 or 8
    public static WriteEffect of(State state, Gpa at, int bytes) {
        GuestTables.Guard guard = GuestTables.guard(state, at.gfn());
        boolean emulated = guard == GuestTables.Guard.WRITE_TRACKED;
        List<OnPage> pages =
                Twins.pages(state, at.gfn()).stream()
                        .map(page ->
                                emulated
                                        ? emulated(state, page, at, bytes)
                                        : passed(page, at, bytes))
                        .toList();
        return new WriteEffect(pages.isEmpty() ? GuestTables.Guard.NONE : guard, pages);
    }

    /// All entries that stand for what is written.
    public List<SpteAt> entries() {
        return pages.stream().flatMap(page -> page.entries().stream()).toList();
    }

    /// The pages that go as a whole.
    public List<ShadowPage> zapped() {
        return pages.stream()
                .filter(page -> page.fate() == Fate.MISALIGNED || page.fate() == Fate.FLOODED)
                .map(OnPage::page)
                .toList();
    }

    private static OnPage emulated(State state, ShadowPage page, Gpa at, int bytes) {
        GuestWrite write = GuestWrite.of(state.cpu().registers(), at, bytes);
        if (write.misaligned(page)) {
            return new OnPage(page, Fate.MISALIGNED, List.of());
        }
        return GuestWrite.floods(page)
                ? new OnPage(page, Fate.FLOODED, List.of())
                : entries(page, write);
    }

    private static OnPage passed(ShadowPage page, Gpa at, int bytes) {
        return entries(page, new GuestWrite(at, bytes));
    }

    private static OnPage entries(ShadowPage page, GuestWrite write) {
        List<SpteAt> entries = write.entries(page);
        return new OnPage(page, entries.isEmpty() ? Fate.ELSEWHERE : Fate.ENTRIES, entries);
    }
}
