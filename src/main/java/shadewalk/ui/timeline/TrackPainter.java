package shadewalk.ui.timeline;

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
import shadewalk.ui.session.Flag;
import shadewalk.ui.session.Session;
import shadewalk.ui.theme.Fonts;

/// Draws the timeline: bands for the steps, a tick for each event, what is locked, and the place
/// where we are.
final class TrackPainter {

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

    void paint(Track track, Session session, int pointedAt, boolean focused) {
        gc.setTransform(1, 0, 0, 1, 0, 0);
        gc.clearRect(0, 0, width, height);
        gc.setTextBaseline(VPos.CENTER);
        gc.setFont(Font.font(Fonts.NUMBERS, 10.5 * scale));
        double end = track.x(session.limit());
        bands(track, session, end);
        ticks(track, session);
        flags(track, session);
        if (session.limit() < session.timeline().size()) {
            locked(end);
        }
        if (pointedAt >= 0 && pointedAt <= session.limit()) {
            line(track.x(pointedAt), palette.swatch(Tone.MUTED).solid(), 1);
        }
        here(track.x(session.position()), focused);
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
                gc.fillText(band.name(), band.from() + 4 * scale, 9 * scale);
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
            gc.setFill(color(palette.swatch(tick.kind().tone()).solid()));
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
        gc.appendSVGPath(tick.kind().mark().path());
        gc.fill();
        gc.setTransform(1, 0, 0, 1, 0, 0);
    }

    /// A small flag on a pole, and its name as far as nothing else stands there.
    private void flags(Track track, Session session) {
        Colour ink = palette.swatch(Tone.NOTE).text();
        gc.setFont(Font.font(Fonts.WORDS, 10.5 * scale));
        gc.setTextAlign(TextAlignment.LEFT);
        double free = 0;
        for (Flag flag : session.flagsProperty().get()) {
            if (flag.position() > session.limit()) {
                return;
            }
            double x = track.x(flag.position());
            line(x, ink, 1);
            gc.fillPolygon(
                    new double[] {x, x + 8 * scale, x},
                    new double[] {14 * scale, 18 * scale, 22 * scale},
                    3);
            if (x > free) {
                gc.fillText(flag.name(), x + 10 * scale, 18 * scale);
                free = x + (16 + 6.5 * flag.name().length()) * scale;
            }
        }
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

    private void here(double x, boolean focused) {
        Colour ink = palette.text(Tone.PLAIN, Ink.PLAIN);
        line(x, ink, focused ? 3 : 2);
        double half = 5 * scale;
        gc.setFill(color(ink));
        gc.fillPolygon(new double[] {x - half, x + half, x}, new double[] {0, 0, 7 * scale}, 3);
        gc.fillPolygon(
                new double[] {x - half, x + half, x},
                new double[] {height, height, height - 7 * scale},
                3);
    }

    private void line(double x, Colour colour, double wide) {
        gc.setFill(color(colour));
        gc.fillRect(x - wide * scale / 2, 0, wide * scale, height);
    }

    private static Color color(Colour colour) {
        return Color.rgb(colour.red(), colour.green(), colour.blue());
    }
}
