package shadewalk.diagram;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/// The three palettes, tone by tone. The colours were chosen by computing: contrast for text, and
/// distance under the common kinds of colour blindness for tones that stand side by side.
final class Palettes {

    /// A palette as it is written down: the colours of what has no tone, and a swatch for each
    /// tone.
    record Scheme(
            String name,
            Colour paper,
            Colour panel,
            Colour card,
            Colour ink,
            Colour quiet,
            Map<Tone, Swatch> swatches) {}

    private final Map<Tone, Swatch> swatches = new EnumMap<>(Tone.class);

    private Palettes() {}

    static Scheme light() {
        return new Palettes()
                .tone(Tone.PLAIN, "#3b434c #ffffff #f3f5f8 #c5ced8 #1f2328")
                .tone(Tone.PAPER, "#ffffff #1f2328 #ffffff #ffffff #1f2328")
                .tone(Tone.MUTED, "#8b949e #1f2328 #f6f8fa #d5dce3 #59636e")
                .tone(Tone.GUEST, "#2a7396 #ffffff #e2f0f7 #7fb2cb #1b5c7c")
                .tone(Tone.STANDS_FOR, "#2a7396 #ffffff #e2f0f7 #7fb2cb #1b5c7c", Dash.DOTTED)
                .tone(Tone.SHADOW, "#37373d #ffffff #e9e9ec #a0a0aa #37373d", Weight.NORMAL)
                .tone(Tone.HOST, "#7a6534 #ffffff #f4efdd #c4b07a #665222")
                .tone(Tone.Q0, "#0b4a8f #ffffff #e3eefb #0b4a8f #0b4a8f", Pattern.NONE)
                .tone(Tone.Q1, "#a34100 #ffffff #fdebdf #a34100 #a34100", Pattern.RISING)
                .tone(Tone.Q2, "#0f8269 #ffffff #dff5ee #0f8269 #0a6a55", Pattern.LEVEL)
                .tone(Tone.Q3, "#a03bd0 #ffffff #f6e9fd #a03bd0 #8a2bb8", Pattern.CROSSED)
                .tone(Tone.CURRENT, "#f5c02c #1f2328 #fff4cc #c48a00 #755000", Weight.STRONG)
                .tone(
                        Tone.NOTE,
                        "#6a737d #ffffff #ffffff #6a737d #1f2328",
                        Dash.SOLID,
                        Pattern.NONE,
                        Weight.NORMAL)
                .tone(Tone.PATH, "#1f2328 #ffffff #eef1f4 #57606a #1f2328")
                .tone(Tone.CHANGED, "#ffb000 #1f2328 #ffe7a8 #a86c00 #6b4700", Weight.HEAVY)
                .tone(Tone.FAULT, "#b42318 #ffffff #fde7e4 #c9352a #a11b12", Weight.STRONG)
                .tone(Tone.MMIO, "#0e6570 #ffffff #def3f6 #2c8b97 #0b5963", Dash.DASH_DOT)
                .tone(Tone.WRITE_PROTECTED, "#44508f #ffffff #eceefb #8d97cf #3a4580", Dash.LONG)
                .tone(Tone.UNSYNC, "#8a5a00 #ffffff #fbf0d9 #b98a2f #754b00", Dash.DASHED)
                .tone(
                        Tone.OBSOLETE,
                        "#6e7781 #ffffff #eff1f3 #9aa4ae #59636e",
                        Dash.DOTTED,
                        Pattern.NONE,
                        Weight.NORMAL)
                .tone(Tone.GHOST, "#8b949e #1f2328 #ffffff #8b949e #59636e", Dash.DASHED)
                .tone(Tone.KEPT, "#1d3f66 #ffffff #e6edf6 #7f9cbd #1d3f66", Weight.STRONG)
                .tone(Tone.DROPPED, "#8b949e #1f2328 #f4f5f7 #9aa4ae #59636e", Dash.DOTTED)
                .tone(Tone.ADDED, "#0f8269 #ffffff #dff5ee #4aa58f #0a6a55", Dash.LONG)
                .tone(Tone.MOVED, "#a34100 #ffffff #fdebdf #cf8a5c #a34100", Dash.DASH_DOT)
                .scheme("light", "#ffffff", "#f4f6f9", "#ffffff", "#1f2328", "#59636e");
    }

    static Scheme dark() {
        return new Palettes()
                .tone(Tone.PLAIN, "#c5ced8 #0d1117 #1c232c #3d4650 #f0f6fc")
                .tone(Tone.PAPER, "#0d1117 #f0f6fc #0d1117 #0d1117 #f0f6fc")
                .tone(Tone.MUTED, "#6e7781 #ffffff #171d25 #30373f #9aa3ad")
                .tone(Tone.GUEST, "#6aaed2 #0d1117 #14303e #4d7e96 #a5d0e6")
                .tone(Tone.STANDS_FOR, "#6aaed2 #0d1117 #14303e #4d7e96 #a5d0e6", Dash.DOTTED)
                .tone(Tone.SHADOW, "#ececf2 #0d1117 #2a2a31 #74747f #dcdce4", Weight.NORMAL)
                .tone(Tone.HOST, "#c9a94f #0d1117 #332b16 #8d7a42 #e3cd90")
                .tone(Tone.Q0, "#4c9aff #0d1117 #0f2745 #4c9aff #6cabff", Pattern.NONE)
                .tone(Tone.Q1, "#d9822b #0d1117 #3a2410 #d9822b #e8964a", Pattern.RISING)
                .tone(Tone.Q2, "#5fe3a1 #0d1117 #0f3325 #5fe3a1 #5fe3a1", Pattern.LEVEL)
                .tone(Tone.Q3, "#dcb4ff #0d1117 #33204a #dcb4ff #dcb4ff", Pattern.CROSSED)
                .tone(Tone.CURRENT, "#f5c02c #0d1117 #3d3106 #f5c02c #ffd75e", Weight.STRONG)
                .tone(
                        Tone.NOTE,
                        "#a8b3be #0d1117 #0d1117 #a8b3be #f0f6fc",
                        Dash.SOLID,
                        Pattern.NONE,
                        Weight.NORMAL)
                .tone(Tone.PATH, "#f0f6fc #0d1117 #262e38 #a8b3be #f0f6fc")
                .tone(Tone.CHANGED, "#ffcf4d #0d1117 #443602 #ffcf4d #ffdf85", Weight.HEAVY)
                .tone(Tone.FAULT, "#ff7b72 #0d1117 #48191a #ff7b72 #ff9a92", Weight.STRONG)
                .tone(Tone.MMIO, "#5cc8d6 #0d1117 #0d3238 #3d97a3 #7fd8e3", Dash.DASH_DOT)
                .tone(Tone.WRITE_PROTECTED, "#a9b3f5 #0d1117 #232a4d #6a76c2 #b9c2fa", Dash.LONG)
                .tone(Tone.UNSYNC, "#e3b04b #0d1117 #3a2c0d #a57d2c #edc069", Dash.DASHED)
                .tone(
                        Tone.OBSOLETE,
                        "#848d97 #0d1117 #1b2129 #545d66 #a1aab3",
                        Dash.DOTTED,
                        Pattern.NONE,
                        Weight.NORMAL)
                .tone(Tone.GHOST, "#848d97 #0d1117 #0d1117 #848d97 #9aa3ad", Dash.DASHED)
                .tone(Tone.KEPT, "#c9d9ee #0d1117 #1c2a3d #6d8bb0 #c9d9ee", Weight.STRONG)
                .tone(Tone.DROPPED, "#78818b #0d1117 #1a2027 #59626b #9aa3ad", Dash.DOTTED)
                .tone(Tone.ADDED, "#5fe3a1 #0d1117 #0f3325 #3f9f72 #5fe3a1", Dash.LONG)
                .tone(Tone.MOVED, "#e0853a #0d1117 #3a2410 #a9642b #e8964a", Dash.DASH_DOT)
                .scheme("dark", "#0d1117", "#141a22", "#0d1117", "#f0f6fc", "#9aa3ad");
    }

    static Scheme print() {
        return new Palettes()
                .tone(Tone.PLAIN, "#222222 #ffffff #f5f5f5 #999999 #000000")
                .tone(Tone.PAPER, "#ffffff #000000 #ffffff #ffffff #000000")
                .tone(Tone.MUTED, "#949494 #000000 #ffffff #c4c4c4 #555555")
                .tone(Tone.GUEST, "#5c5c5c #ffffff #f2f2f2 #808080 #303030")
                .tone(Tone.STANDS_FOR, "#5c5c5c #ffffff #f2f2f2 #808080 #303030", Dash.DOTTED)
                .tone(Tone.SHADOW, "#1c1c1c #ffffff #e4e4e4 #505050 #1c1c1c", Weight.NORMAL)
                .tone(Tone.HOST, "#767676 #ffffff #ffffff #767676 #404040")
                .tone(Tone.Q0, "#000000 #ffffff #f4f4f4 #000000 #000000", Pattern.NONE)
                .tone(Tone.Q1, "#383838 #ffffff #f4f4f4 #383838 #383838", Pattern.RISING)
                .tone(Tone.Q2, "#565656 #ffffff #f4f4f4 #565656 #4a4a4a", Pattern.LEVEL)
                .tone(Tone.Q3, "#747474 #ffffff #f4f4f4 #747474 #5c5c5c", Pattern.CROSSED)
                .tone(Tone.CURRENT, "#d6d6d6 #000000 #e6e6e6 #000000 #000000", Weight.STRONG)
                .tone(
                        Tone.NOTE,
                        "#404040 #ffffff #ffffff #404040 #000000",
                        Dash.SOLID,
                        Pattern.NONE,
                        Weight.NORMAL)
                .tone(Tone.PATH, "#404040 #ffffff #f0f0f0 #484848 #000000")
                .tone(Tone.CHANGED, "#b4b4b4 #000000 #d2d2d2 #000000 #000000", Weight.HEAVY)
                .tone(Tone.FAULT, "#000000 #ffffff #ffffff #000000 #000000", Weight.STRONG)
                .tone(Tone.MMIO, "#505050 #ffffff #f7f7f7 #505050 #303030", Dash.DASH_DOT)
                .tone(Tone.WRITE_PROTECTED, "#2a2a2a #ffffff #e8e8e8 #606060 #202020", Dash.LONG)
                .tone(Tone.UNSYNC, "#606060 #ffffff #ffffff #606060 #303030", Dash.DASHED)
                .tone(
                        Tone.OBSOLETE,
                        "#757575 #ffffff #ffffff #9a9a9a #555555",
                        Dash.DOTTED,
                        Pattern.NONE,
                        Weight.NORMAL)
                .tone(Tone.GHOST, "#8a8a8a #000000 #ffffff #8a8a8a #555555", Dash.DASHED)
                .tone(Tone.KEPT, "#1a1a1a #ffffff #f0f0f0 #505050 #1a1a1a", Weight.STRONG)
                .tone(Tone.DROPPED, "#9a9a9a #000000 #ffffff #9a9a9a #555555", Dash.DOTTED)
                .tone(Tone.ADDED, "#444444 #ffffff #e6e6e6 #606060 #303030", Dash.LONG)
                .tone(Tone.MOVED, "#6f6f6f #ffffff #f6f6f6 #6f6f6f #404040", Dash.DASH_DOT)
                .scheme("print", "#ffffff", "#f6f6f6", "#ffffff", "#000000", "#505050");
    }

    private Palettes tone(Tone tone, String colours) {
        return tone(tone, colours, Dash.SOLID, Pattern.NONE, Weight.HAIR);
    }

    private Palettes tone(Tone tone, String colours, Dash dash) {
        return tone(tone, colours, dash, Pattern.NONE, Weight.HAIR);
    }

    private Palettes tone(Tone tone, String colours, Pattern pattern) {
        return tone(tone, colours, Dash.SOLID, pattern, Weight.NORMAL);
    }

    private Palettes tone(Tone tone, String colours, Weight weight) {
        return tone(tone, colours, Dash.SOLID, Pattern.NONE, weight);
    }

    /// `colours` are solid, onSolid, tint, edge and text.
    private Palettes tone(Tone tone, String colours, Dash dash, Pattern pattern, Weight weight) {
        var five = Arrays.stream(colours.split(" ")).map(Colour::of).toList();
        swatches.put(
                tone,
                new Swatch(
                        five.get(0),
                        five.get(1),
                        five.get(2),
                        five.get(3),
                        five.get(4),
                        dash,
                        pattern,
                        weight));
        return this;
    }

    private Scheme scheme(
            String name, String paper, String panel, String card, String ink, String quiet) {
        return new Scheme(
                name,
                Colour.of(paper),
                Colour.of(panel),
                Colour.of(card),
                Colour.of(ink),
                Colour.of(quiet),
                swatches);
    }
}
