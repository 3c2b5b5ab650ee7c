package shadewalk.diagram.walk;

import static shadewalk.text.Texts.PICTURES;

import java.util.List;
import shadewalk.diagram.Anchor;
import shadewalk.diagram.Fill;
import shadewalk.diagram.Ink;
import shadewalk.diagram.TextStyle;
import shadewalk.diagram.Tone;
import shadewalk.diagram.draw.Sheet;
import shadewalk.read.ShadowStep;
import shadewalk.read.tell.EntryWords;
import shadewalk.x86.PagingMode;

/// The four entries of `pae_root`, each at the height of the page directory it names.
final class PaeRoot {

    private static final double ROW = 26;

    private final WalkModel model;
    private final Columns columns;

    PaeRoot(WalkModel model, Columns columns) {
        this.model = model;
        this.columns = columns;
    }

    void draw(Sheet sheet, double top, List<Double> middles) {
        PagingMode.Level level = model.shadowMode().level(3);
        double x = columns.levelX(3);
        double width = columns.levelWidth(3);
        Track.heading(
                sheet,
                "pae_root/name",
                x,
                top,
                PICTURES.get("pae-root.pae-root-bits", level.index().range()));
        sheet.group(
                "pae_root",
                PICTURES.get("pae-root.four-root-entries"),
                "",
                () -> {
                    double first = middles.getFirst() - 15;
                    sheet.box(
                            "pae_root/card",
                            x,
                            first,
                            width,
                            middles.getLast() + 15 - first,
                            6,
                            Tone.SHADOW,
                            Fill.CARD);
                    for (int i = 0; i < 4; i++) {
                        row(sheet, i, x + 5, middles.get(i), width - 10);
                    }
                });
    }

    private void row(Sheet sheet, int index, double x, double middle, double width) {
        String target = EntryWords.shadowTarget(ShadowStep.ofPaeRoot(model.state(), index));
        String id = "pae_root/e" + index;
        Tone mark =
                model.walk()
                        .shadow()
                        .at(3)
                        .filter(step -> step.index() == index)
                        .map(step -> mark(step))
                        .orElse(Tone.MUTED);
        boolean plain = mark == Tone.MUTED || mark == Tone.PLAIN;
        sheet.group(
                id,
                PICTURES.get("pae-root.root-entry", index, target),
                "",
                () -> {
                    sheet.box(
                            id + "/box",
                            x,
                            middle - ROW / 2 + 1,
                            width,
                            ROW - 2,
                            4,
                            mark,
                            plain ? Fill.PANEL : Fill.TINT);
                    sheet.textAt(
                            id + "/index",
                            x + 24,
                            middle,
                            String.valueOf(index),
                            plain ? TextStyle.NUMBER : TextStyle.NUMBER_BOLD,
                            Anchor.END,
                            Tone.PLAIN,
                            plain ? Ink.QUIET : Ink.PLAIN);
                    sheet.textAt(
                            id + "/target",
                            x + 40,
                            middle,
                            target,
                            TextStyle.NUMBER,
                            Anchor.START,
                            Tone.PLAIN,
                            plain ? Ink.QUIET : Ink.PLAIN);
                });
    }

    private Tone mark(ShadowStep step) {
        return model.mark(step);
    }
}
