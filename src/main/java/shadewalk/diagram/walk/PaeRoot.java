package shadewalk.diagram.walk;

import static shadewalk.text.Texts.PICTURES;

import java.util.List;
import shadewalk.diagram.Fill;
import shadewalk.diagram.Tone;
import shadewalk.diagram.draw.Card;
import shadewalk.diagram.draw.Sheet;
import shadewalk.read.ShadowStep;
import shadewalk.read.Thing;
import shadewalk.read.tell.EntryWords;
import shadewalk.x86.PagingMode;

/// The four entries of `pae_root`, each at the height of the page directory it names.
record PaeRoot(WalkModel model, WalkColumns columns) {

    void draw(Sheet sheet, double top, List<Double> middles) {
        PagingMode.Level level = model.shadowMode().level(3);
        double x = columns.levelX(3);
        double width = columns.levelWidth(3);
        WalkTrack.heading(
                sheet,
                "pae_root/name",
                x,
                top,
                PICTURES.get("pae-root.pae-root-bits", level.index().range()));
        try (var _ = sheet.group("pae_root", PICTURES.get("pae-root.four-root-entries"))) {
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
                row(i).draw(sheet, x + 5, middles.get(i) - Card.ROW / 2, width - 10);
            }
        }
    }

    private Card.Row row(int index) {
        String target = EntryWords.shadowTarget(ShadowStep.ofPaeRoot(model.state(), index));
        Tone mark =
                model.walk()
                        .shadow()
                        .at(3)
                        .filter(step -> step.index() == index)
                        .map(model::mark)
                        .orElse(Tone.MUTED);
        return new Card.Row(
                new Thing.RootEntry(index).id(),
                PICTURES.get("pae-root.root-entry", index, target),
                index,
                null,
                target,
                "",
                mark);
    }
}
