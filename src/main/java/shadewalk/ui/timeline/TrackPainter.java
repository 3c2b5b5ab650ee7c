package shadewalk.ui.timeline;

import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import shadewalk.diagram.Colour;
import shadewalk.diagram.Ink;
import shadewalk.diagram.Palette;
import shadewalk.diagram.Pattern;
import shadewalk.diagram.Tone;
import shadewalk.ui.events.EventLook;
import shadewalk.ui.session.Session;
import shadewalk.ui.theme.Fonts;

/// Draws the timeline: bands for the steps, a tick for each event, what is locked, and the place
/// where we are.
final class TrackPainter {

    /// The middle of the row of the steps' numbers, in pixels at 100 %.
    private static final double UPPER_ROW = 7;

    /// The middle of the row of flags.
    private static final double LOWER_ROW = 18;

    private static final double ROW = 11;

    /// From here on a tick is drawn in the shape of its kind, in pixels at 100 %.
    private static final double ROOM_FOR_SHAPES = 4;

    private final GraphicsContext gc;
    private final Palette palette;
    private final double scale;
    private final String lockedWords;
    private final double width;
    private final double height;
    private final double middle;

    /// @param lockedWords why what is locked cannot be seen
    TrackPainter(Canvas canvas, Palette palette, double scale, String lockedWords) {
        this.gc = canvas.getGraphicsContext2D();
        this.palette = palette;
        this.scale = scale;
        this.lockedWords = lockedWords;
        this.width = canvas.getWidth();
        this.height = canvas.getHeight();
        this.middle = height - 18 * scale;
    }

    void paint(
            Track track,
            List<FlagNames.Placed> flags,
            Session session,
            int pointedAt,
            boolean focused) {
        gc.setTransform(1, 0, 0, 1, 0, 0);
        gc.clearRect(0, 0, width, height);
        gc.setTextBaseline(VPos.CENTER);
        gc.setFont(Font.font(Fonts.NUMBERS, FlagNames.SIZE * scale));
        double end = track.x(session.limit());
        bands(track, session, end);
        ticks(track, session);
        if (session.limit() < session.timeline().size()) {
            locked(end);
        }
        if (pointedAt >= 0 && pointedAt <= session.limit()) {
            double x = track.x(pointedAt);
            line(x, topOfLine(x, flags), palette.swatch(Tone.MUTED).solid(), 1);
        }
        double x = track.x(session.position());
        here(x, topOfLine(x, flags), focused);
        flags(flags);
    }

    private void bands(Track track, Session session, double end) {
        gc.setTextAlign(TextAlignment.LEFT);
        int now = session.chapters().indexOf(session.position());
        boolean tinted = false;
        for (Track.Band band : track.bands()) {
            if (band.from() >= end) {
                return;
            }
            tinted = !tinted;
            boolean here = band.holds(now);
            Tone tone = here ? Tone.CURRENT : Tone.PLAIN;
            gc.setFill(here || tinted ? color(palette.swatch(tone).tint()) : Color.TRANSPARENT);
            gc.fillRect(band.from(), 0, Math.min(band.to(), end) - band.from(), height);
            gc.setFill(color(palette.swatch(Tone.MUTED).edge()));
            gc.fillRect(band.from(), 0, scale, height);
            if (band.named()) {
                gc.setFill(color(palette.swatch(Tone.MUTED).text()));
                gc.fillText(
                        band.name(),
                        band.from() + FlagNames.NUMBER_INDENT * scale,
                        UPPER_ROW * scale);
            }
        }
    }

    private void ticks(Track track, Session session) {
        boolean shapes = track.spacing() >= ROOM_FOR_SHAPES * scale;
        double size = Math.clamp(track.spacing() / 11 / scale, 0.55, 1.15) * scale;
        for (Track.Tick tick : track.ticks()) {
            if (tick.position() > session.limit()) {
                break;
            }
            gc.setGlobalAlpha(tick.position() <= session.position() ? 1 : 0.45);
            gc.setFill(color(palette.swatch(EventLook.of(tick.kind()).tone()).solid()));
            if (shapes) {
                shape(tick, size);
            } else {
                double tall = (4 + 9 * Math.min(tick.kind().weight(), 1.3)) * scale;
                gc.fillRect(tick.x() - scale, middle - tall / 2, 2 * scale, tall);
            }
        }
        gc.setGlobalAlpha(1);
    }

    private void shape(Track.Tick tick, double size) {
        gc.setTransform(size, 0, 0, size, tick.x(), middle);
        gc.beginPath();
        gc.appendSVGPath(EventLook.of(tick.kind()).mark().path());
        gc.fill();
        gc.setTransform(1, 0, 0, 1, 0, 0);
    }

    /// Small flags on poles, and their names as far as they have room.
    private void flags(List<FlagNames.Placed> flags) {
        Colour ink = palette.swatch(Tone.NOTE).text();
        gc.setFont(Font.font(Fonts.WORDS, FlagNames.SIZE * scale));
        gc.setTextAlign(TextAlignment.LEFT);
        for (FlagNames.Placed flag : flags) {
            double x = flag.x();
            double y = rowOf(flag);
            double top = y - 4 * scale;
            gc.setFill(color(ink));
            gc.fillRect(x - scale / 2, top, scale, height - top);
            gc.fillPolygon(
                    new double[] {x, x + 8 * scale, x}, new double[] {top, y, y + 4 * scale}, 3);
            gc.fillText(flag.shown(), flag.from(), y);
        }
    }

    private double rowOf(FlagNames.Placed flag) {
        return (flag.upper() ? UPPER_ROW : LOWER_ROW) * scale;
    }

    /// Whether this height, in pixels, is one of the row of the steps' numbers.
    static boolean isUpper(double y, double scale) {
        return y < (UPPER_ROW + LOWER_ROW) / 2 * scale;
    }

    /// Whether this height is one of the ticks.
    static boolean isBelow(double y, double scale) {
        return y > (2 * LOWER_ROW - UPPER_ROW) * scale;
    }

    private void locked(double end) {
        Tone tone = Tone.OBSOLETE;
        gc.setFill(color(palette.swatch(tone).tint()));
        gc.fillRect(end, 0, width - end, height);
        gc.setStroke(color(palette.swatch(tone).edge()));
        gc.setLineWidth(scale);
        for (Pattern.Stroke s : Pattern.RISING.strokes(end, 0, width - end, height)) {
            gc.strokeLine(s.from().x(), s.from().y(), s.to().x(), s.to().y());
        }
        gc.setFont(Font.font(Fonts.WORDS, 11.5 * scale));
        double room = 7 * scale * lockedWords.length();
        if (width - end > room) {
            gc.setFill(color(palette.swatch(tone).tint()));
            gc.fillRect(end + 8 * scale, height / 2 - 9 * scale, room - 16 * scale, 18 * scale);
            gc.setFill(color(palette.swatch(tone).text()));
            gc.setTextAlign(TextAlignment.LEFT);
            gc.fillText(lockedWords, end + 14 * scale, height / 2);
        }
    }

    /// The line through the place where we are. It begins below a name that it would strike out.
    private void here(double x, double top, boolean focused) {
        Colour ink = palette.text(Tone.PLAIN, Ink.PLAIN);
        line(x, top, ink, focused ? 3 : 2);
        double half = 5 * scale;
        gc.setFill(color(ink));
        if (top == 0) {
            gc.fillPolygon(new double[] {x - half, x + half, x}, new double[] {0, 0, 7 * scale}, 3);
        }
        gc.fillPolygon(
                new double[] {x - half, x + half, x},
                new double[] {height, height, height - 7 * scale},
                3);
    }

    private double topOfLine(double x, List<FlagNames.Placed> flags) {
        double half = 5 * scale;
        return flags.stream()
                .filter(flag -> flag.from() - half < x && x < flag.to() + half)
                .filter(flag -> !flag.shown().isEmpty())
                .mapToDouble(flag -> rowOf(flag) + ROW / 2 * scale)
                .max()
                .orElse(0);
    }

    private void line(double x, double top, Colour colour, double wide) {
        gc.setFill(color(colour));
        gc.fillRect(x - wide * scale / 2, top, wide * scale, height - top);
    }

    private static Color color(Colour colour) {
        return Color.rgb(colour.red(), colour.green(), colour.blue());
    }
}
