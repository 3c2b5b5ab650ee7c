package shadewalk.export;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import shadewalk.diagram.Colour;
import shadewalk.diagram.Palette;

/// What colours are called in a file.
public interface SvgColours {

    /// The name of a colour, `#1f2328`; `none` for none.
    ///
    /// @param which the colour in any palette
    String name(Function<Palette, @Nullable Colour> which);

    /// Colours of one palette, by their numbers.
    static SvgColours of(Palette palette) {
        return which -> {
            Colour colour = which.apply(palette);
            return colour == null ? "none" : colour.hex();
        };
    }
}
