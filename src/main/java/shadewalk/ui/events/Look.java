package shadewalk.ui.events;

import shadewalk.diagram.Tone;
import shadewalk.read.EventKind;

/// What the events of a kind look like. Each kind has a colour and a shape of its own, so that
/// neither is the only sign.
///
/// @param tone what gives it its colour
public record Look(Mark mark, Tone tone) {

    public static Look of(EventKind kind) {
        return switch (kind) {
            case STEP -> new Look(Mark.POST, Tone.PATH);
            case ACCESS -> new Look(Mark.RING, Tone.PATH);
            case FAULT -> new Look(Mark.TRIANGLE, Tone.FAULT);
            case WALK -> new Look(Mark.BAR, Tone.GUEST);
            case WRITE -> new Look(Mark.SQUARE, Tone.WRITE_PROTECTED);
            case PAGE -> new Look(Mark.DIAMOND, Tone.Q3);
            case SPTE -> new Look(Mark.DISC, Tone.ADDED);
            case ZAP -> new Look(Mark.CROSS, Tone.OBSOLETE);
            case SYNC -> new Look(Mark.WEDGE, Tone.UNSYNC);
            case MMIO -> new Look(Mark.HEXAGON, Tone.MMIO);
            case CPU -> new Look(Mark.HALF, Tone.MUTED);
            case HOST -> new Look(Mark.PLUS, Tone.HOST);
            case COUNT -> new Look(Mark.DOT, Tone.MUTED);
        };
    }
}
