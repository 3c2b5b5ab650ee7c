package shadewalk.read.ask;

import static shadewalk.text.Texts.ANSWERS;

import shadewalk.bits.Hex;
import shadewalk.read.GuestStep;
import shadewalk.read.GuestTables;
import shadewalk.read.Portion;
import shadewalk.read.ShadowStep;
import shadewalk.read.Thing;
import shadewalk.read.tell.EntryWords;
import shadewalk.read.tell.Names;
import shadewalk.state.ShadowPage;
import shadewalk.state.Spte;
import shadewalk.state.SpteAt;
import shadewalk.state.State;

/// A table or an entry as a line among others of its kind.
record Row(State state) {

    String of(Thing.Place place) {
        return switch (place) {
            case Thing.GuestTable(var gfn) -> "  gfn " + gfn;
            case Thing.GuestEntry entry ->
                    GuestTables.readings(state, entry).stream()
                            .findFirst()
                            .map(Row::guest)
                            .orElse("  " + entry.id());
            case Thing.ShadowTable(var id) -> page(state.shadow().page(id));
            case Thing.ShadowEntry(var at) -> spte(at);
            case Thing.PaeRoot _ -> "  pae_root";
            case Thing.RootEntry(var index) -> root(index);
        };
    }

    private static String guest(GuestStep step) {
        return line(
                "  gfn %-6s %-5s %-4d  %s"
                        .formatted(
                                step.table(),
                                Names.entry(step.level().number()),
                                step.index(),
                                Hex.padded(step.entry(), step.layout().width() / 4)),
                EntryWords.guestTarget(step) + " " + EntryWords.flags(step.layout(), step.entry()));
    }

    private String page(ShadowPage page) {
        if (page.role().direct()) {
            return line(table(page), ANSWERS.get("row.direct", page.gfn()));
        }
        Portion part = Portion.of(page);
        return line(
                table(page),
                ANSWERS.get("row.part", Names.part(part), part.first(), part.last(), page.gfn()));
    }

    /// ` sp5 l1 q1 SPTE 1 0x... pfn 400014 WUAD`.
    String spte(SpteAt at) {
        ShadowPage page = state.shadow().page(at.page());
        long spte = page.spte(at.index());
        return line(
                table(page) + "SPTE %-3d  %s".formatted(at.index(), Hex.padded(spte, 16)),
                target(ShadowStep.of(state, at))
                        + " "
                        + EntryWords.flags(Spte.layout(spte, page.level()), spte));
    }

    /// A shadow page, before what is said of it.
    static String table(ShadowPage page) {
        String quadrant = page.role().has4ByteGpte() ? " q" + page.role().quadrant() : "";
        return "  %-5s %-6s ".formatted("sp" + page.id(), "l" + page.level() + quadrant);
    }

    private String root(int index) {
        ShadowStep entry = ShadowStep.ofPaeRoot(state, index);
        String value = Hex.padded(entry.spte(), 16);
        return line("  pae_root[%d]  %s".formatted(index, value), target(entry));
    }

    private static String target(ShadowStep entry) {
        String target = EntryWords.shadowTarget(entry);
        return target.equals("0") ? ANSWERS.get("touch.empty") : target;
    }

    private static String line(String begin, String end) {
        return (begin.endsWith(" ") ? begin + end : begin + "  " + end).stripTrailing();
    }
}
