package shadewalk.diagram;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What tones look like: the one place where meaning becomes colour.
///
/// Tones that can stand side by side differ in colour for every kind of colour vision, and in
/// pattern, line style or weight as well.
public final class Palette {

    /// For a lit room.
    public static final Palette LIGHT = new Palette("light", Palettes.LIGHT);

    /// For a dark room.
    public static final Palette DARK = new Palette("dark", Palettes.DARK);

    /// For paper: black, greys and patterns.
    public static final Palette PRINT = new Palette("print", Palettes.PRINT);

    private final String name;
    private final Colour paper;
    private final Colour panel;
    private final Colour card;
    private final Colour ink;
    private final Colour quiet;
    private final Map<Tone, Swatch> swatches;
    private final Map<Tone, Map<Fill, Paint>> areas = new EnumMap<>(Tone.class);

    private Palette(String name, String table) {
        this.name = name;
        List<Colour> ground = Palettes.ground(table);
        paper = ground.get(0);
        panel = ground.get(1);
        card = ground.get(2);
        ink = ground.get(3);
        quiet = ground.get(4);
        swatches = Palettes.swatches(table);
        for (Tone tone : Tone.values()) {
            Map<Fill, Paint> looks = new EnumMap<>(Fill.class);
            for (Fill fill : Fill.values()) {
                looks.put(fill, looking(tone, fill));
            }
            areas.put(tone, looks);
        }
    }

    public static List<Palette> all() {
        return List.of(LIGHT, DARK, PRINT);
    }

    /// The palette of a name, or else the light one.
    public static Palette named(String name) {
        return all().stream()
                .filter(palette -> palette.name.equals(name))
                .findFirst()
                .orElse(LIGHT);
    }

    /// `light`, `dark` or `print`.
    public String name() {
        return name;
    }

    /// The ground everything stands on.
    public Colour paper() {
        return paper;
    }

    /// The ground of a panel.
    public Colour panel() {
        return panel;
    }

    /// The ground of a card.
    public Colour card() {
        return card;
    }

    public Swatch swatch(Tone tone) {
        return Objects.requireNonNull(swatches.get(tone));
    }

    /// How a box or a closed path is painted.
    public Paint area(Tone tone, Fill fill) {
        return Objects.requireNonNull(Objects.requireNonNull(areas.get(tone)).get(fill));
    }

    private Paint looking(Tone tone, Fill fill) {
        Swatch swatch = swatch(tone);
        double width = swatch.outline().width();
        return switch (fill) {
            case NONE -> look(swatch, null, swatch.edge(), width);
            case CARD -> look(swatch, card, swatch.edge(), width);
            case PANEL -> look(swatch, tone == Tone.PLAIN ? panel : swatch.tint(), null, 0);
            case TINT -> look(swatch, swatch.tint(), swatch.edge(), width);
            case SOLID -> look(swatch, swatch.solid(), null, 0);
            case SWATCH ->
                    new Paint(
                            swatch.solid(),
                            null,
                            0,
                            Dash.SOLID,
                            swatch.pattern(),
                            swatch.onSolid());
        };
    }

    private static Paint look(
            Swatch swatch, @Nullable Colour fill, @Nullable Colour stroke, double width) {
        return new Paint(fill, stroke, width, swatch.dash(), Pattern.NONE, swatch.onSolid());
    }

    /// How a line is drawn. Arrow heads are filled with its stroke.
    public Paint line(Tone tone, Weight weight) {
        Swatch swatch = swatch(tone);
        return new Paint(
                null,
                swatch.solid(),
                weight.width(),
                swatch.dash(),
                Pattern.NONE,
                swatch.onSolid());
    }

    /// How a path is painted: an area if it is closed and filled, else a line.
    public Paint path(Shape.Path path) {
        return path.closed() && path.fill() != Fill.NONE
                ? area(path.tone(), path.fill())
                : line(path.tone(), path.weight());
    }

    /// The colour of a text.
    public Colour text(Tone tone, Ink which) {
        return switch (which) {
            case PLAIN -> ink;
            case QUIET -> quiet;
            case TONE -> swatch(tone).text();
            case ON_SOLID -> swatch(tone).onSolid();
        };
    }

    @Override
    public String toString() {
        return name;
    }
}
