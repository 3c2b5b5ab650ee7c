package shadewalk.export.page;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import shadewalk.diagram.Colour;
import shadewalk.diagram.Fill;
import shadewalk.diagram.Ink;
import shadewalk.diagram.Palette;
import shadewalk.diagram.Tone;
import shadewalk.diagram.Weight;
import shadewalk.export.SvgColours;

/// Colours that are light or dark as the reader likes: each is a variable of the page, of which the
/// style sheet has both values.
final class PageColours implements SvgColours {

    private final Map<Pair, String> names = new LinkedHashMap<>();

    /// A colour in either theme.
    private record Pair(Colour light, Colour dark) {}

    /// All colours that a picture may have, in an order that no picture changes.
    PageColours() {
        name(Palette::paper);
        for (Tone tone : Tone.values()) {
            for (Fill fill : Fill.values()) {
                name(p -> p.area(tone, fill).fill());
                name(p -> p.area(tone, fill).stroke());
                name(p -> p.area(tone, fill).hatch());
            }
            name(p -> p.line(tone, Weight.NORMAL).stroke());
            for (Ink ink : Ink.values()) {
                name(p -> p.text(tone, ink));
            }
        }
    }

    @Override
    public String name(Function<Palette, @Nullable Colour> which) {
        Colour light = which.apply(Palette.LIGHT);
        Colour dark = which.apply(Palette.DARK);
        if (light == null || dark == null) {
            return "none";
        }
        String name = names.computeIfAbsent(new Pair(light, dark), _ -> "--c" + names.size());
        return "var(" + name + ")";
    }

    /// The declarations of all variables in one theme.
    String declarations(boolean dark) {
        StringBuilder css = new StringBuilder();
        names.forEach((pair, name) ->
                css.append(name)
                        .append(':')
                        .append((dark ? pair.dark() : pair.light()).hex())
                        .append(';'));
        return css.toString();
    }
}
