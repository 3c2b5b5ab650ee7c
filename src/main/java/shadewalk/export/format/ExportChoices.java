package shadewalk.export.format;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleConsumer;
import java.util.function.UnaryOperator;
import shadewalk.diagram.Palette;
import shadewalk.export.scene.Slide;
import shadewalk.lesson.session.Framing;

/// How a person likes their exports.
///
/// @param theme `light`, `dark` or `print`
/// @param scale pixels to a unit, 1 to 4
/// @param part how much of the picture
/// @param notes whether words stand beside things
/// @param outline whether what is selected is marked
/// @param caption whether a line stands beneath
/// @param carry whether the file carries the session
public record ExportChoices(
        ExportFormat kind,
        String theme,
        int scale,
        Part part,
        boolean notes,
        boolean outline,
        boolean caption,
        boolean carry) {

    /// How much of a picture is exported.
    public enum Part {
        WHOLE,
        VIEW,
        SELECTION;

        /// The word for it in texts and in what is remembered.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// At a first start.
    public static final ExportChoices FIRST =
            new ExportChoices(
                    ExportFormat.SVG,
                    "light",
                    (int) Framing.USUAL_SCALE,
                    Part.WHOLE,
                    true,
                    true,
                    true,
                    true);

    private static final int LARGEST = 4;

    /// The same for another kind.
    public ExportChoices as(ExportFormat other) {
        return new ExportChoices(other, theme, scale, part, notes, outline, caption, carry);
    }

    /// What they make of what is shown.
    public Export of(ExportSource source) {
        return of(source, () -> false, _ -> {});
    }

    /// What they make of what is shown. Before each of its steps it is said how much is done, and
    /// asked whether to go on; the step that is not to come throws [CancellationException].
    ///
    /// @param progress is told how much is done, 0 to 1
    public Export of(ExportSource source, BooleanSupplier cancelled, DoubleConsumer progress) {
        List<Slide> steps = source.steps().stream().map(this::worded).toList();
        AtomicInteger done = new AtomicInteger();
        UnaryOperator<Slide> watched =
                step -> {
                    if (cancelled.getAsBoolean()) {
                        throw new CancellationException();
                    }
                    int all = kind.rounds() * steps.size();
                    progress.accept((double) done.getAndIncrement() / all);
                    return step;
                };
        return new Export(
                source.title(),
                worded(source.now()),
                () -> steps.stream().map(watched).iterator(),
                source.lesson(),
                framing(source),
                Export.USUAL_PACE);
    }

    private Slide worded(Slide slide) {
        return notes || !kind.has(ExportFormat.Trait.WORDS)
                ? slide
                : slide.showing(slide.view().noting(List.of()));
    }

    private Framing framing(ExportSource source) {
        String selected = source.now().view().selected();
        return new Framing(
                theme,
                scale,
                outline,
                caption ? Optional.empty() : Optional.of(""),
                part == Part.VIEW ? source.visible() : List.of(),
                part == Part.SELECTION && !selected.isEmpty() ? List.of(selected) : List.of(),
                carry);
    }

    /// As lines of a file.
    public String toText() {
        return String.join(
                "\n",
                "kind=" + kind.word(),
                "theme=" + theme,
                "scale=" + scale,
                "part=" + part.word(),
                "notes=" + notes,
                "outline=" + outline,
                "caption=" + caption,
                "carry=" + carry,
                "");
    }

    /// From lines of a file; what is missing or makes no sense is as at a first start.
    public static ExportChoices of(String text) {
        Map<String, String> lines = new HashMap<>();
        text.lines()
                .map(line -> line.split("=", 2))
                .filter(pair -> pair.length == 2)
                .forEach(pair -> lines.put(pair[0], pair[1]));
        String theme = Palette.named(lines.getOrDefault("theme", "")).name();
        return new ExportChoices(
                oneOf(ExportFormat.values(), lines.get("kind") + ""),
                theme,
                scale(lines.getOrDefault("scale", "")),
                oneOf(Part.values(), lines.get("part") + ""),
                on(lines, "notes"),
                on(lines, "outline"),
                on(lines, "caption"),
                on(lines, "carry"));
    }

    private static <E extends Enum<E>> E oneOf(E[] all, String word) {
        return Arrays.stream(all)
                .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst()
                .orElse(all[0]);
    }

    private static int scale(String text) {
        return text.matches("[1-9]") ? Math.min(Integer.parseInt(text), LARGEST) : FIRST.scale;
    }

    private static boolean on(Map<String, String> lines, String key) {
        return !"false".equals(lines.get(key));
    }
}
