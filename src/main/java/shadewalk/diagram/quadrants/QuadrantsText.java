package shadewalk.diagram.quadrants;

import static shadewalk.text.Texts.PICTURES;

import java.util.ArrayList;
import java.util.List;
import shadewalk.bits.Hex;
import shadewalk.read.Aim;
import shadewalk.read.Portion;
import shadewalk.read.Quadrant;
import shadewalk.read.Telling;
import shadewalk.read.tell.Names;
import shadewalk.text.Columns;
import shadewalk.x86.Gva;

/// The picture of the quadrants in words: to be spoken, and as lines.
record QuadrantsText(Aim aim, Telling telling) {

    /// Which part of the 4 MiB of a guest PDE belongs to which shadow page table.
    static String share() {
        List<String> parts = new ArrayList<>();
        for (int quadrant = 0; quadrant < Quadrant.count(1); quadrant++) {
            Portion part = Portion.quarter(1, quadrant);
            parts.add(
                    PICTURES.get(
                            "quadrants-text.q-owns-bit",
                            quadrant,
                            Names.part(part),
                            part.chosenBy().range(),
                            part.first(),
                            part.last()));
        }
        return PICTURES.get("quadrants-text.4-mib-every", String.join(", ", parts));
    }

    String spoken() {
        Gva gva = aim.gva();
        String directory =
                PICTURES.get(
                        "quadrants-text.address-belongs-quadrant",
                        Hex.padded(gva.raw(), 8),
                        Quadrant.ofAddress(gva, 2));
        if (!telling.all()) {
            return directory + ".";
        }
        return PICTURES.get(
                "quadrants-text.quadrant-page-table",
                directory,
                Quadrant.ofAddress(gva, 1),
                share(),
                aim.dealing() ? dealt(gva) : pattern());
    }

    private static String pattern() {
        return PICTURES.get("quadrants-text.along-address-space");
    }

    private static String dealt(Gva gva) {
        Dealt so = Dealt.upTo(gva);
        return PICTURES.get(
                "quadrants-text.address-space-dealt",
                so.directoryWords(),
                so.tableWords(),
                so.countWords());
    }

    List<String> plain() {
        List<String> lines = new ArrayList<>(List.of(title(), ""));
        lines.add(behind("GiB", "0 ....... 1 ....... 2 ....... 3 ....... 4"));
        lines.add(behind(level(2), cells(0, 4, Owners.QUARTER, 2, "|   %s    ") + "|"));
        if (!telling.all()) {
            return lines;
        }
        long from = aim.dealing() ? ZoomBar.start(aim) : 0;
        String which =
                aim.dealing()
                        ? PICTURES.get("quadrants-text.from", Hex.padded(from, 8))
                        : PICTURES.get("quadrants-text.so-on");
        String pieces = behind("MiB", "0 .. 2 .. 4 .. 6 .. 8 .. 10 . 12 . 14 . 16");
        boolean beside = pieces.length() + 3 + which.length() <= Columns.MAIL;
        lines.add(beside ? pieces + "   " + which : pieces);
        lines.add(behind(level(1), cells(from, 8, Owners.PIECE, 1, "| %s ") + "|"));
        if (!beside) {
            lines.add(behind("", which));
        }
        lines.add("");
        lines.addAll(Columns.of(aim.dealing() ? dealt(aim.gva()) : share() + "."));
        lines.add("");
        lines.addAll(QuadrantFormulas.lines(aim.gva()));
        return lines;
    }

    private static String level(int level) {
        return PICTURES.get("quadrants-text.level", level);
    }

    /// What a row begins with, and then the row.
    private static String behind(String head, String row) {
        int room = Math.max(10, level(2).length()) + 1;
        return head + " ".repeat(room - head.length()) + row;
    }

    private String title() {
        String directory =
                PICTURES.get("quadrants-text.q-page-directory", Quadrant.ofAddress(aim.gva(), 2));
        String table =
                telling.all()
                        ? PICTURES.get(
                                "quadrants-text.q-page-table", Quadrant.ofAddress(aim.gva(), 1))
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
