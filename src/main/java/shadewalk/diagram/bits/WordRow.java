package shadewalk.diagram.bits;

import static shadewalk.text.Texts.PICTURES;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import shadewalk.bits.Field;
import shadewalk.bits.Hex;
import shadewalk.bits.Layout;
import shadewalk.diagram.Fill;
import shadewalk.diagram.Ink;
import shadewalk.diagram.Shape;
import shadewalk.diagram.TextStyle;
import shadewalk.diagram.Tone;
import shadewalk.diagram.draw.Sheet;
import shadewalk.read.BitFate;

/// A word of the machine as a row of cells, a cell for each field: bit numbers, value, name.
///
/// @param id of the group, the entry's address
/// @param spoken the entry in words
/// @param frameWords what the frame number means, `gfn 11`
/// @param frameTone whose frame number it is
/// @param unnamed what bits without a name are, in a word
/// @param was the word before something about it was changed; the same as `word` if nothing was
record WordRow(
        String id,
        String spoken,
        Layout layout,
        long word,
        String frameWords,
        Tone frameTone,
        String unnamed,
        long was,
        List<BitFate> fates) {

    static final double HEIGHT = 82;

    /// Draws the row with its upper edge at `y`.
    void draw(Sheet sheet, double y) {
        try (var _ = sheet.group(id, spoken)) {
            for (Field field : cells()) {
                cell(sheet, field, y);
            }
        }
    }

    /// The fields and the unnamed runs between them, all that lies in the frame number's place as
    /// one.
    private List<Field> cells() {
        List<Field> cells = new ArrayList<>();
        List<Field> frame = new ArrayList<>();
        for (Field field : layout.cells()) {
            if (Grid.inFrame(field)) {
                frame.add(field);
            } else {
                join(cells, frame);
                cells.add(field);
            }
        }
        return cells;
    }

    private static void join(List<Field> cells, List<Field> frame) {
        if (frame.isEmpty()) {
            return;
        }
        Field widest =
                Collections.max(
                        frame.stream().filter(field -> !field.name().equals("-")).toList(),
                        Comparator.comparingInt(Field::width));
        int high = frame.getFirst().high();
        int low = frame.getLast().low();
        cells.add(new Field(widest.name(), high, low, widest.word()));
        frame.clear();
    }

    private void cell(Sheet sheet, Field field, double y) {
        boolean frame = Grid.inFrame(field);
        boolean named = !field.name().equals("-");
        Tone tone = changed(field) ? Tone.CHANGED : frame ? frameTone : tone(field);
        double x = Grid.left(field);
        double width = Grid.width(field);
        String cell = id + "/bits" + field.high() + "-" + field.low();
        String spoken =
                "%s %s: %s".formatted(named ? field.name() : unnamed, field.range(), value(field));
        try (var _ = sheet.group(cell, spoken, named ? meaning(field) : "")) {
            Fill fill = frame || tone != Tone.PLAIN ? Fill.TINT : Fill.PANEL;
            Shape.Box box = sheet.box(cell + "/box", x + 1.5, y, width - 3, HEIGHT, 4, tone, fill);
            sheet.textAt(
                    cell + "/range",
                    box.middleX(),
                    y + 13,
                    range(field, width),
                    TextStyle.SMALL_NUMBER.quiet().middle());
            sheet.textAt(
                    cell + "/value",
                    box.middleX(),
                    y + 35,
                    value(field),
                    (field.width() == 1 ? TextStyle.TITLE_NUMBER : TextStyle.NUMBER_BOLD)
                            .in(tone, set(field) ? Ink.PLAIN : Ink.QUIET)
                            .middle());
            if (named) {
                names(sheet, cell, box, y, name(field, width));
            } else if (TextStyle.SMALL.width(unnamed) < width) {
                sheet.textAt(
                        cell + "/unnamed",
                        box.middleX(),
                        y + 62,
                        unnamed,
                        TextStyle.SMALL.quiet().middle());
            }
        }
    }

    private void names(Sheet sheet, String cell, Shape.Box box, double y, List<String> lines) {
        double first = lines.size() > 1 ? y + 56 : y + 62;
        for (int i = 0; i < lines.size(); i++) {
            sheet.textAt(
                    cell + "/name" + i,
                    box.middleX(),
                    first + i * 15,
                    lines.get(i),
                    TextStyle.SMALL_BOLD.in(box.tone(), Ink.PLAIN).middle());
        }
    }

    private static String range(Field field, double width) {
        return TextStyle.SMALL_NUMBER.width(field.range()) < width - 4 ? field.range() : "";
    }

    /// The name in at most two lines, none if it does not fit.
    private static List<String> name(Field field, double width) {
        int cut = field.name().indexOf('_');
        List<String> lines =
                cut < 0
                        ? List.of(field.name())
                        : List.of(
                                field.name().substring(0, cut),
                                field.name().substring(cut + 1).toLowerCase(Locale.ROOT));
        boolean fits = lines.stream().allMatch(l -> TextStyle.SMALL_BOLD.width(l) < width - 3);
        return fits ? lines : List.of();
    }

    /// A bit's meaning is that of a bit that is set.
    private String meaning(Field field) {
        boolean clear = field.width() == 1 && !field.in(word);
        return clear ? PICTURES.get("word-row.clear-when-set", field.meaning()) : field.meaning();
    }

    private String value(Field field) {
        if (Grid.inFrame(field)) {
            return frameWords;
        }
        long value = field.of(word);
        if (field.width() == 1 || value == 0) {
            return String.valueOf(value);
        }
        return field.width() <= 3 ? binary(value, field.width()) : Hex.prefixed(value);
    }

    private static String binary(long value, int digits) {
        String bits = Long.toBinaryString(value);
        return "0".repeat(digits - bits.length()) + bits;
    }

    private boolean changed(Field field) {
        return field.of(was) != field.of(word);
    }

    private boolean set(Field field) {
        return Grid.inFrame(field) || field.in(word);
    }

    private Tone tone(Field field) {
        Optional<BitFate> fate =
                fates.stream()
                        .filter(f -> field.equals(f.guest()) || field.equals(f.shadow()))
                        .findFirst();
        if (fate.isEmpty() || !set(field)) {
            return Tone.PLAIN;
        }
        return tone(fate.get().kind());
    }

    static Tone tone(BitFate.Kind kind) {
        return switch (kind) {
            case KEPT -> Tone.KEPT;
            case DROPPED -> Tone.DROPPED;
            case ADDED -> Tone.ADDED;
            case MOVED -> Tone.MOVED;
        };
    }
}
