package shadewalk.diagram;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// The three palettes, tone by tone: the full colour, text and hatching on it, its light wash, the
/// outline of areas and words in it. Above them stand the colours of what has no tone: paper,
/// panel, card, ink and quiet ink.
///
/// The colours were chosen by computing: contrast for text, and distance under the common kinds of
/// colour blindness for tones that stand side by side.
final class Palettes {
    static final String LIGHT =
            """
            -               #ffffff #f4f6f9 #ffffff #1f2328 #59636e
            PLAIN           #3b434c #ffffff #f3f5f8 #c5ced8 #1f2328
            PAPER           #ffffff #1f2328 #ffffff #ffffff #1f2328
            MUTED           #8b949e #1f2328 #f6f8fa #d5dce3 #59636e
            GUEST           #2a7396 #ffffff #e2f0f7 #7fb2cb #1b5c7c
            STANDS_FOR      #2a7396 #ffffff #e2f0f7 #7fb2cb #1b5c7c
            SHADOW          #37373d #ffffff #e9e9ec #a0a0aa #37373d
            HOST            #7a6534 #ffffff #f4efdd #c4b07a #665222
            QUARTER0        #0b4a8f #ffffff #e3eefb #0b4a8f #0b4a8f
            QUARTER1        #a34100 #ffffff #fdebdf #a34100 #a34100
            QUARTER2        #0f8269 #ffffff #dff5ee #0f8269 #0a6a55
            QUARTER3        #a03bd0 #ffffff #f6e9fd #a03bd0 #8a2bb8
            HALF0           #879f18 #1f2328 #f1f5da #879f18 #566609
            HALF1           #e469cb #1f2328 #fdeaf8 #e469cb #a01f86
            CURRENT         #f5c02c #1f2328 #fff4cc #c48a00 #755000
            NOTE            #6a737d #ffffff #ffffff #6a737d #1f2328
            PATH            #1f2328 #ffffff #eef1f4 #57606a #1f2328
            CHANGED         #ffb000 #1f2328 #ffe7a8 #a86c00 #6b4700
            FAULT           #b42318 #ffffff #fde7e4 #c9352a #a11b12
            MMIO            #0e6570 #ffffff #def3f6 #2c8b97 #0b5963
            WRITE_PROTECTED #44508f #ffffff #eceefb #8d97cf #3a4580
            UNSYNC          #8a5a00 #ffffff #fbf0d9 #b98a2f #754b00
            OBSOLETE        #6e7781 #ffffff #eff1f3 #9aa4ae #59636e
            GHOST           #8b949e #1f2328 #ffffff #8b949e #59636e
            KEPT            #1d3f66 #ffffff #e6edf6 #7f9cbd #1d3f66
            DROPPED         #8b949e #1f2328 #f4f5f7 #9aa4ae #59636e
            ADDED           #0f8269 #ffffff #dff5ee #4aa58f #0a6a55
            MOVED           #a34100 #ffffff #fdebdf #cf8a5c #a34100
            """;

    static final String DARK =
            """
            -               #0d1117 #141a22 #0d1117 #f0f6fc #9aa3ad
            PLAIN           #c5ced8 #0d1117 #1c232c #3d4650 #f0f6fc
            PAPER           #0d1117 #f0f6fc #0d1117 #0d1117 #f0f6fc
            MUTED           #6e7781 #ffffff #171d25 #30373f #9aa3ad
            GUEST           #6aaed2 #0d1117 #14303e #4d7e96 #a5d0e6
            STANDS_FOR      #6aaed2 #0d1117 #14303e #4d7e96 #a5d0e6
            SHADOW          #ececf2 #0d1117 #2a2a31 #74747f #dcdce4
            HOST            #c9a94f #0d1117 #332b16 #8d7a42 #e3cd90
            QUARTER0        #4c9aff #0d1117 #0f2745 #4c9aff #6cabff
            QUARTER1        #d9822b #0d1117 #3a2410 #d9822b #e8964a
            QUARTER2        #5fe3a1 #0d1117 #0f3325 #5fe3a1 #5fe3a1
            QUARTER3        #dcb4ff #0d1117 #33204a #dcb4ff #dcb4ff
            HALF0           #566609 #ffffff #262c0c #8a9f2e #b9cc5e
            HALF1           #b10099 #ffffff #3a0f34 #dd5cc6 #ff8fe6
            CURRENT         #f5c02c #0d1117 #3d3106 #f5c02c #ffd75e
            NOTE            #a8b3be #0d1117 #0d1117 #a8b3be #f0f6fc
            PATH            #f0f6fc #0d1117 #262e38 #a8b3be #f0f6fc
            CHANGED         #ffcf4d #0d1117 #443602 #ffcf4d #ffdf85
            FAULT           #ff7b72 #0d1117 #48191a #ff7b72 #ff9a92
            MMIO            #5cc8d6 #0d1117 #0d3238 #3d97a3 #7fd8e3
            WRITE_PROTECTED #a9b3f5 #0d1117 #232a4d #6a76c2 #b9c2fa
            UNSYNC          #e3b04b #0d1117 #3a2c0d #a57d2c #edc069
            OBSOLETE        #848d97 #0d1117 #1b2129 #545d66 #a1aab3
            GHOST           #848d97 #0d1117 #0d1117 #848d97 #9aa3ad
            KEPT            #c9d9ee #0d1117 #1c2a3d #6d8bb0 #c9d9ee
            DROPPED         #78818b #0d1117 #1a2027 #59626b #9aa3ad
            ADDED           #5fe3a1 #0d1117 #0f3325 #3f9f72 #5fe3a1
            MOVED           #e0853a #0d1117 #3a2410 #a9642b #e8964a
            """;

    static final String PRINT =
            """
            -               #ffffff #f6f6f6 #ffffff #000000 #505050
            PLAIN           #222222 #ffffff #f5f5f5 #999999 #000000
            PAPER           #ffffff #000000 #ffffff #ffffff #000000
            MUTED           #949494 #000000 #ffffff #c4c4c4 #555555
            GUEST           #5c5c5c #ffffff #f2f2f2 #808080 #303030
            STANDS_FOR      #5c5c5c #ffffff #f2f2f2 #808080 #303030
            SHADOW          #1c1c1c #ffffff #e4e4e4 #505050 #1c1c1c
            HOST            #767676 #ffffff #ffffff #767676 #404040
            QUARTER0        #000000 #ffffff #f4f4f4 #000000 #000000
            QUARTER1        #383838 #ffffff #f4f4f4 #383838 #383838
            QUARTER2        #565656 #ffffff #f4f4f4 #565656 #4a4a4a
            QUARTER3        #747474 #ffffff #f4f4f4 #747474 #5c5c5c
            HALF0           #929292 #000000 #ececec #505050 #404040
            HALF1           #b2b2b2 #000000 #ececec #6c6c6c #4c4c4c
            CURRENT         #d6d6d6 #000000 #e6e6e6 #000000 #000000
            NOTE            #404040 #ffffff #ffffff #404040 #000000
            PATH            #404040 #ffffff #f0f0f0 #484848 #000000
            CHANGED         #b4b4b4 #000000 #d2d2d2 #000000 #000000
            FAULT           #000000 #ffffff #ffffff #000000 #000000
            MMIO            #505050 #ffffff #f7f7f7 #505050 #303030
            WRITE_PROTECTED #2a2a2a #ffffff #e8e8e8 #606060 #202020
            UNSYNC          #606060 #ffffff #ffffff #606060 #303030
            OBSOLETE        #757575 #ffffff #ffffff #9a9a9a #555555
            GHOST           #8a8a8a #000000 #ffffff #8a8a8a #555555
            KEPT            #1a1a1a #ffffff #f0f0f0 #505050 #1a1a1a
            DROPPED         #9a9a9a #000000 #ffffff #9a9a9a #555555
            ADDED           #444444 #ffffff #e6e6e6 #606060 #303030
            MOVED           #6f6f6f #ffffff #f6f6f6 #6f6f6f #404040
            """;

    private Palettes() {}

    /// The colours of what has no tone.
    static List<Colour> ground(String table) {
        return colours(table.lines().findFirst().orElseThrow());
    }

    static Map<Tone, Swatch> swatches(String table) {
        Map<Tone, Swatch> swatches = new EnumMap<>(Tone.class);
        table.lines()
                .skip(1)
                .forEach(row -> {
                    Tone tone = Tone.valueOf(row.substring(0, row.indexOf(' ')));
                    swatches.put(tone, swatch(tone, colours(row)));
                });
        return swatches;
    }

    private static Swatch swatch(Tone tone, List<Colour> five) {
        return new Swatch(
                five.get(0),
                five.get(1),
                five.get(2),
                five.get(3),
                five.get(4),
                dash(tone),
                pattern(tone),
                outline(tone));
    }

    private static List<Colour> colours(String row) {
        return Arrays.stream(row.split("\\s+")).skip(1).map(Colour::of).toList();
    }

    private static Dash dash(Tone tone) {
        return switch (tone) {
            case STANDS_FOR, OBSOLETE, DROPPED -> Dash.DOTTED;
            case MMIO, MOVED -> Dash.DASH_DOT;
            case WRITE_PROTECTED, ADDED -> Dash.LONG;
            case UNSYNC, GHOST -> Dash.DASHED;
            default -> Dash.SOLID;
        };
    }

    private static Pattern pattern(Tone tone) {
        return switch (tone) {
            case QUARTER1 -> Pattern.RISING;
            case QUARTER2 -> Pattern.LEVEL;
            case QUARTER3 -> Pattern.CROSSED;
            case HALF0 -> Pattern.FALLING;
            case HALF1 -> Pattern.UPRIGHT;
            default -> Pattern.NONE;
        };
    }

    private static Weight outline(Tone tone) {
        return switch (tone) {
            case QUARTER0, QUARTER1, QUARTER2, QUARTER3, SHADOW, NOTE, OBSOLETE -> Weight.NORMAL;
            case CURRENT, FAULT, KEPT -> Weight.STRONG;
            case CHANGED -> Weight.HEAVY;
            default -> Weight.HAIR;
        };
    }
}
