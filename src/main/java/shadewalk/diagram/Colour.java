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

    /// Relative luminance, 0 to 1. Source: WCAG 2.2.
    public double luminance() {
        return 0.2126 * linear(red()) + 0.7152 * linear(green()) + 0.0722 * linear(blue());
    }

    /// The contrast with another colour, 1 to 21; text needs 4.5. Source: WCAG 2.2, 1.4.3.
    public double contrast(Colour other) {
        double mine = luminance() + 0.05;
        double theirs = other.luminance() + 0.05;
        return Math.max(mine, theirs) / Math.min(mine, theirs);
    }

    /// A channel of 0 to 255 as a share of light, 0 to 1.
    static double linear(int channel) {
        double share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
