package shadewalk.diagram;

import java.util.List;
import shadewalk.text.Columns;

/// The few kinds of text there are. Words are set in Inter, numbers in JetBrains Mono.
public enum TextStyle {
    TITLE(Face.WORDS_BOLD, 20),
    HEADING(Face.WORDS_BOLD, 15),
    BODY(Face.WORDS, 14),
    BODY_BOLD(Face.WORDS_BOLD, 14),
    SMALL(Face.WORDS, 13),
    SMALL_BOLD(Face.WORDS_BOLD, 13),
    TITLE_NUMBER(Face.NUMBERS_BOLD, 20),
    NUMBER(Face.NUMBERS, 14),
    NUMBER_BOLD(Face.NUMBERS_BOLD, 14),
    SMALL_NUMBER(Face.NUMBERS, 12.5);

    private final Face face;
    private final double size;

    TextStyle(Face face, double size) {
        this.face = face;
        this.size = size;
    }

    public Face face() {
        return face;
    }

    /// The em, in units of the diagram.
    public double size() {
        return size;
    }

    /// The width of `text`, in units of the diagram.
    public double width(String text) {
        return face.width(text) * size;
    }

    /// Lines of `text` no wider than `most`, as long as no single word is.
    public List<String> lines(String text, double most) {
        return Columns.lines(text, this::width, most);
    }

    /// The text, or as much of it as has room before an ellipsis. For words that are said in full
    /// elsewhere.
    public String elided(String text, double most) {
        String said = text;
        for (int end = text.length() - 1; end > 0 && width(said) > most; end--) {
            said = text.substring(0, end).strip() + "\u2026";
        }
        return said;
    }

    /// From the base line to the top of a capital letter.
    public double capHeight() {
        return size * 0.73;
    }

    /// From one base line to the next.
    public double lineHeight() {
        return Math.round(size * 1.35);
    }

    /// Ordinary words.
    public Lettering plain() {
        return in(Tone.PLAIN, Ink.PLAIN);
    }

    /// Words a step quieter.
    public Lettering quiet() {
        return in(Tone.PLAIN, Ink.QUIET);
    }

    /// Words in a tone's own colour.
    public Lettering in(Tone tone) {
        return in(tone, Ink.TONE);
    }

    public Lettering in(Tone tone, Ink ink) {
        return new Lettering(this, Anchor.START, tone, ink);
    }
}
