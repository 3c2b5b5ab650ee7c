package shadewalk.diagram;

import java.util.HexFormat;

/// An opaque sRGB colour.
///
/// @param rgb red in bits 23:16, green in 15:8, blue in 7:0
public record Colour(int rgb) {

    /// From `#rrggbb`.
    public static Colour of(String hex) {
        return new Colour(HexFormat.fromHexDigits(hex, 1, 7));
    }

    public int red() {
        return rgb >> 16 & 0xff;
    }

    public int green() {
        return rgb >> 8 & 0xff;
    }

    public int blue() {
        return rgb & 0xff;
    }

    /// `#rrggbb`.
    public String hex() {
        return "#" + HexFormat.of().toHexDigits(rgb, 6);
    }
}
