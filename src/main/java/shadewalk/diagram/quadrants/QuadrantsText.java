package shadewalk.diagram.quadrants;

import java.util.ArrayList;
import java.util.List;
import shadewalk.bits.Hex;
import shadewalk.diagram.draw.Wrap;
import shadewalk.diagram.quadrants.QuadrantsPicture.Verdict;
import shadewalk.read.Portion;
import shadewalk.read.Quadrant;
import shadewalk.read.tell.Names;
import shadewalk.x86.Gva;

/// The picture of the quadrants in words: to be spoken, and as lines.
record QuadrantsText(Aim aim, Verdict verdict) {

    /// Which part of the 4 MiB of a guest PDE belongs to which shadow page table.
    static String share() {
        List<String> parts = new ArrayList<>();
        for (int quadrant = 0; quadrant < Quadrant.count(1); quadrant++) {
            Portion part = Portion.quarter(1, quadrant);
            parts.add(
                    "q%d owns the %s (bit %s = %d, guest PTEs %d\u2013%d)"
                            .formatted(
                                    quadrant,
                                    Names.part(part),
                                    part.chosenBy().range(),
                                    quadrant,
                                    part.first(),
                                    part.last()));
        }
        return "Of the 4 MiB of every guest PDE, " + String.join(", ", parts);
    }

    String spoken() {
        Gva gva = aim.gva();
        String directory =
                "The address %s belongs to quadrant %d of the guest's page directory, by bits 31:30"
                        .formatted(Hex.padded(gva.raw(), 8), Quadrant.ofAddress(gva, 2));
        if (verdict != Verdict.GIVEN) {
            return directory + ".";
        }
        return "%s, and to quadrant %d of its page table, by bit 21. %s. %s"
                .formatted(
                        directory,
                        Quadrant.ofAddress(gva, 1),
                        share(),
                        aim.dealing() ? dealt(gva) : pattern());
    }

    private static String pattern() {
        return "Along the address space the page directories come 0, 1, 2, 3, a GiB each, and the page"
                + " tables 0, 1, 0, 1, 2 MiB each. In a shadow page directory the even entries name"
                + " tables of quadrant 0 and the odd entries tables of quadrant 1; it is not split"
                + " in two halves.";
    }

    private static String dealt(Gva gva) {
        Dealt so = Dealt.upTo(gva);
        return "The address space is dealt out up to there. %s. %s. %s."
                .formatted(so.directoryWords(), so.tableWords(), so.countWords());
    }

    List<String> plain() {
        List<String> lines = new ArrayList<>(List.of(title(), ""));
        lines.add("GiB        0 ....... 1 ....... 2 ....... 3 ....... 4");
        lines.add("level 2    " + cells(0, 4, Owners.QUARTER, 2, "|   %s    ") + "|");
        if (verdict != Verdict.GIVEN) {
            return lines;
        }
        long from = aim.dealing() ? ZoomBar.start(aim) : 0;
        lines.add(
                "MiB        0 .. 2 .. 4 .. 6 .. 8 .. 10 . 12 . 14 . 16   "
                        + (aim.dealing() ? "(from " + Hex.padded(from, 8) + ")" : "(and so on)"));
        lines.add("level 1    " + cells(from, 8, Owners.PIECE, 1, "| %s ") + "|");
        lines.add("");
        lines.addAll(Wrap.columns(aim.dealing() ? dealt(aim.gva()) : share() + ".", 72));
        lines.add("");
        lines.addAll(Formulas.lines(aim.gva()));
        return lines;
    }

    private String title() {
        String directory = "q" + Quadrant.ofAddress(aim.gva(), 2) + " of the page directory";
        String table =
                verdict == Verdict.GIVEN
                        ? ", q" + Quadrant.ofAddress(aim.gva(), 1) + " of the page table"
                        : "";
        return Hex.padded(aim.gva().raw(), 8) + ": " + directory + table;
    }

    /// Pieces side by side, each with its quadrant or, before it is dealt out, empty.
    private String cells(long from, int count, long each, int level, String form) {
        StringBuilder cells = new StringBuilder();
        for (int i = 0; i < count; i++) {
            long start = from + i * each;
            String name =
                    aim.covers(start) ? "q" + Quadrant.ofAddress(new Gva(start), level) : "  ";
            cells.append(form.formatted(name));
        }
        return cells.toString();
    }
}
