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

/// The four entries of `pae_root`, each at the height of the page directory it names.
record PaeRoot(WalkModel model, WalkTrack track) {

    /// @param rows how far below the top of the cards the middle of each row is
    void draw(List<Double> rows) {
        Sheet sheet = track.sheet();
        String bits = model.shadowMode().level(3).index().range();
        track.heading("pae_root/name", 3, PICTURES.get("pae-root.pae-root-bits", bits));
        try (var _ = sheet.group("pae_root", PICTURES.get("pae-root.four-root-entries"))) {
            double x = track.columns().levelX(3);
            double width = track.columns().levelWidth(3);
            double top = track.cards() + rows.getFirst() - 15;
            double height = rows.getLast() - rows.getFirst() + 30;
            sheet.box("pae_root/card", x, top, width, height, 6, Tone.SHADOW, Fill.CARD);
            for (int i = 0; i < 4; i++) {
                double y = track.cards() + rows.get(i) - Card.ROW / 2;
                row(i).draw(sheet, x + 5, y, width - 10);
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
