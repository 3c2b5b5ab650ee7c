package shadewalk.export;

import java.util.List;
import shadewalk.diagram.Anchor;
import shadewalk.diagram.Diagram;
import shadewalk.diagram.Fill;
import shadewalk.diagram.Ink;
import shadewalk.diagram.Shape;
import shadewalk.diagram.TextStyle;
import shadewalk.diagram.Tone;

/// Words that have a meaning to one format or another, and a picture that shows them.
final class Hostile {

    static final String LONG = "x".repeat(10_000);

    static final List<String> WORDS =
            List.of(
                    "<script>alert(1)</script>",
                    "]]>",
                    "--> <!-- <![CDATA[",
                    "&amp; &#0; \"quoted\" 'too'",
                    "\\input{/etc/passwd}",
                    "\\write18{ls} % # & _ ^ ~ $ { } \\",
                    "^^5cinput \\end{document}",
                    ") Tj ET (",
                    "\u202eright to left\u202c \u05d0\u05d1",
                    "\ud83d\ude00",
                    "e\u0301 \u00e9 \u4e2d",
                    LONG);

    private Hostile() {}

    /// A picture with a box and a text.
    static Diagram picture(String words) {
        Shape box = new Shape.Box("sp3/box", 10, 10, 80.5, 30, 4, Tone.QUARTER1, Fill.SWATCH);
        Shape text =
                new Shape.Text(
                        "t", 20, 30, words, TextStyle.BODY, Anchor.START, Tone.PLAIN, Ink.PLAIN);
        Shape group = new Shape.Group("sp3", "shadow page 3", "stands for gfn 2", List.of(box));
        return new Diagram(100, 50, words, "told", "", List.of(), List.of(group, text));
    }
}
