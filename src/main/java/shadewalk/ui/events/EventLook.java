package shadewalk.ui.events;

import shadewalk.diagram.Tone;
import shadewalk.read.EventKind;

/// What the events of a kind look like. Each kind has a colour and a shape of its own, so that
/// neither is the only sign.
///
/// @param tone what gives it its colour
public record EventLook(EventMark mark, Tone tone) {

    public static EventLook of(EventKind kind) {
        return switch (kind) {
            case STEP -> new EventLook(EventMark.POST, Tone.PATH);
            case ACCESS -> new EventLook(EventMark.RING, Tone.PATH);
            case FAULT -> new EventLook(EventMark.TRIANGLE, Tone.FAULT);
            case WALK -> new EventLook(EventMark.BAR, Tone.GUEST);
            case WRITE -> new EventLook(EventMark.SQUARE, Tone.WRITE_PROTECTED);
            case PAGE -> new EventLook(EventMark.DIAMOND, Tone.QUARTER3);
            case SPTE -> new EventLook(EventMark.DISC, Tone.ADDED);
            case ZAP -> new EventLook(EventMark.CROSS, Tone.OBSOLETE);
            case SYNC -> new EventLook(EventMark.WEDGE, Tone.UNSYNC);
            case MMIO -> new EventLook(EventMark.HEXAGON, Tone.MMIO);
            case CPU -> new EventLook(EventMark.HALF, Tone.MUTED);
            case HOST -> new EventLook(EventMark.PLUS, Tone.HOST);
            case COUNT -> new EventLook(EventMark.DOT, Tone.MUTED);
        };
    }
}
