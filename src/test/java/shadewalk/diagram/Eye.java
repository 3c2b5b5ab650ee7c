package shadewalk.diagram;

import java.util.List;

/// How people see colours: what is left of them under the three kinds of dichromatic vision, and
/// how far apart two of them look.
///
/// Sources: Machado, Oliveira, Fernandes, "A Physiologically-based Model for Simulation of Color
/// Vision Deficiency", 2009, severity 1.0; Ottosson, "A perceptual color space for image
/// processing" (Oklab), 2020.
record Eye(String name, List<Double> matrix) {

    static final List<Eye> ALL =
            List.of(
                    new Eye("usual sight", List.of(1.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 1.0)),
                    new Eye(
                            "protanopia",
                            List.of(
                                    0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216,
                                    -0.003882, -0.048116, 1.051998)),
                    new Eye(
                            "deuteranopia",
                            List.of(
                                    0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413,
                                    -0.011820, 0.042940, 0.968881)),
                    new Eye(
                            "tritanopia",
                            List.of(
                                    1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602,
                                    0.004733, 0.691367, 0.303900)));

    /// The distance of two colours in Oklab as this eye sees them; about 0.02 is just noticeable.
    double distance(Colour one, Colour other) {
        double[] a = oklab(seen(one));
        double[] b = oklab(seen(other));
        return Math.sqrt(square(a[0] - b[0]) + square(a[1] - b[1]) + square(a[2] - b[2]));
    }

    private double[] seen(Colour colour) {
        double[] linear = {linear(colour.red()), linear(colour.green()), linear(colour.blue())};
        double[] seen = new double[3];
        for (int row = 0; row < 3; row++) {
            for (int column = 0; column < 3; column++) {
                seen[row] += matrix.get(row * 3 + column) * linear[column];
            }
            seen[row] = Math.clamp(seen[row], 0, 1);
        }
        return seen;
    }

    private static double[] oklab(double[] c) {
        double l = Math.cbrt(0.4122214708 * c[0] + 0.5363325363 * c[1] + 0.0514459929 * c[2]);
        double m = Math.cbrt(0.2119034982 * c[0] + 0.6806995451 * c[1] + 0.1073969566 * c[2]);
        double s = Math.cbrt(0.0883024619 * c[0] + 0.2817188376 * c[1] + 0.6299787005 * c[2]);
        return new double[] {
            0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
            1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
            0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s
        };
    }

    /// The contrast of two colours, 1 to 21; text needs 4.5. Source: WCAG 2.2, 1.4.3.
    static double contrast(Colour one, Colour other) {
        double a = luminance(one) + 0.05;
        double b = luminance(other) + 0.05;
        return Math.max(a, b) / Math.min(a, b);
    }

    /// Relative luminance, 0 to 1. Source: WCAG 2.2.
    private static double luminance(Colour colour) {
        return 0.2126 * linear(colour.red())
                + 0.7152 * linear(colour.green())
                + 0.0722 * linear(colour.blue());
    }

    /// A channel of 0 to 255 as a share of light, 0 to 1.
    private static double linear(int channel) {
        double share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }

    private static double square(double x) {
        return x * x;
    }
}
