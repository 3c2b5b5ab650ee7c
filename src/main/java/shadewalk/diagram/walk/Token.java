package shadewalk.diagram.walk;

import static shadewalk.text.Texts.PICTURES;

import java.util.List;
import java.util.Optional;
import shadewalk.diagram.Fill;
import shadewalk.diagram.Heads;
import shadewalk.diagram.Ink;
import shadewalk.diagram.Point;
import shadewalk.diagram.Shape;
import shadewalk.diagram.TextStyle;
import shadewalk.diagram.Tone;
import shadewalk.diagram.Weight;
import shadewalk.diagram.draw.Sheet;
import shadewalk.read.Phase;
import shadewalk.read.Touch;
import shadewalk.read.Turn;

/// Who walks, and where: a tag that points at the entry which the processor or KVM is at. It is one
/// tag all through the story, so that it travels from table to table.
record Token(WalkModel model, GuestTrack guest, ShadowTrack shadow) {

    private static final double LENGTH = 42;
    private static final double HALF = 10;
    private static final double BEAK = 8;

    /// How far the tip reaches over the edge of what it points at.
    private static final double TIP = 3;

    private enum Walker {
        CPU,
        KVM
    }

    void draw(Sheet sheet) {
        place().ifPresent(tip -> draw(sheet, tip.plus(TIP, 0)));
    }

    private void draw(Sheet sheet, Point tip) {
        Tone tone = tone();
        double left = tip.x() - LENGTH;
        try (var _ =
                sheet.group(
                        "token",
                        walker() == Walker.CPU
                                ? PICTURES.get("token.processor-here")
                                : PICTURES.get("token.kvm-here"))) {
            sheet.add(
                    new Shape.Path(
                            "token/tag",
                            List.of(
                                    new Point(left, tip.y() - HALF),
                                    new Point(tip.x() - BEAK, tip.y() - HALF),
                                    tip,
                                    new Point(tip.x() - BEAK, tip.y() + HALF),
                                    new Point(left, tip.y() + HALF)),
                            2,
                            true,
                            tone,
                            Fill.SOLID,
                            Weight.NORMAL,
                            Heads.NONE));
            sheet.textAt(
                    "token/" + walker(),
                    left + 4,
                    tip.y(),
                    walker().name(),
                    TextStyle.SMALL_BOLD.in(tone, Ink.ON_SOLID));
        }
    }

    private Walker walker() {
        return switch (model.story().phase()) {
            case REST, HARDWARE_WALK, EXIT -> Walker.CPU;
            case GUEST_WALK, GUEST_FAULT, SHADOW_PAGES, SPTE, EMULATION -> Walker.KVM;
            case RETRY ->
                    model.story().visited().contains(Phase.EMULATION) ? Walker.KVM : Walker.CPU;
        };
    }

    private Tone tone() {
        Phase phase = model.story().phase();
        boolean stopped = phase == Phase.EXIT || phase == Phase.GUEST_FAULT;
        return stopped ? Tone.FAULT : walker() == Walker.CPU ? Tone.SHADOW : Tone.GUEST;
    }

    /// The point at the left edge of where the walker is, if that is in the picture.
    private Optional<Point> place() {
        Phase phase = model.story().phase();
        return switch (phase) {
            case REST -> Optional.empty();
            case HARDWARE_WALK -> shadow.register();
            case EXIT -> shadow.last();
            case GUEST_WALK, GUEST_FAULT, SHADOW_PAGES, SPTE -> touched().or(() -> usual(phase));
            case EMULATION -> touched().or(guest::page).or(guest::last);
            case RETRY -> walker() == Walker.KVM ? guest.page() : shadow.page();
        };
    }

    private Optional<Point> touched() {
        return model.story()
                .touch()
                .map(Touch::thing)
                .flatMap(thing -> guest.place(thing).or(() -> shadow.place(thing)));
    }

    private Optional<Point> usual(Phase phase) {
        if (model.story().turn().orElse(null) instanceof Turn.Walks) {
            return guest.register();
        }
        return phase == Phase.GUEST_FAULT ? guest.last() : shadow.last();
    }
}
