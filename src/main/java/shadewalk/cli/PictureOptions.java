package shadewalk.cli;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import shadewalk.diagram.Extent;
import shadewalk.diagram.Palette;
import shadewalk.export.scene.Subject;
import shadewalk.export.scene.Wish;
import shadewalk.read.Picture;
import shadewalk.x86.Gva;

/// How pictures are to be taken.
final class PictureOptions {

    /// The themes.
    enum Theme {
        LIGHT,
        DARK,
        PRINT;

        private Palette palette() {
            return Palette.named(name().toLowerCase(Locale.ROOT));
        }
    }

    @Option(
            names = "--view",
            paramLabel = "VIEW",
            description =
                    "walk, tables, bits or quadrants; else what the lesson or session shows there")
    private @Nullable Picture view;

    @Option(
            names = "--deal",
            paramLabel = "ADDRESS",
            converter = AddressReader.class,
            description = "the quadrants, dealt out only up to this address")
    private @Nullable Gva deal;

    @Option(names = "--theme", paramLabel = "THEME", description = "light, dark or print")
    private @Nullable Theme theme;

    @Option(
            names = "--scale",
            paramLabel = "N",
            description = "pixels to a unit in PNG and GIF, 1 to 4; else 2")
    private @Nullable Double scale;

    @Option(
            names = "--crop",
            paramLabel = "ID",
            split = ",",
            description = "only what is around these things, such as sp3,gfn5/e1")
    private List<String> crop = List.of();

    @Option(names = "--caption", paramLabel = "TEXT", description = "another line beneath")
    private @Nullable String caption;

    @Option(names = "--no-caption", description = "no line beneath")
    private boolean bare;

    @Option(names = "--no-callouts", description = "no words beside things")
    private boolean silent;

    @Option(names = "--no-highlight", description = "no outline around what is selected")
    private boolean plain;

    @Option(names = "--no-session", description = "do not put the session into the file")
    private boolean empty;

    @Option(
            names = "--asked",
            description = "as it looks while a question is open: it gives no answer away")
    private boolean asked;

    /// The moments of which pictures are taken, as these options want them looked at.
    List<Subject> looked(List<Subject> subjects) {
        return subjects.stream().map(this::looked).toList();
    }

    private Subject looked(Subject subject) {
        Subject dealt = deal == null ? subject : subject.dealtTo(deal);
        return asked ? dealt.asked() : dealt;
    }

    /// What is wrong with them, as a sentence.
    Optional<String> problem() {
        if (deal != null && view != null && view != Picture.QUADRANTS) {
            return Optional.of("--deal is for the quadrants; leave --view out");
        }
        return scale != null && !(scale >= 1 && scale <= 4)
                ? Optional.of("--scale is " + scale + "; choose 1 to 4")
                : Optional.empty();
    }

    /// The first option that was given, if one was: none of them means anything for data.
    Optional<String> given() {
        if (view != null) {
            return Optional.of("--view");
        }
        if (deal != null) {
            return Optional.of("--deal");
        }
        if (theme != null) {
            return Optional.of("--theme");
        }
        if (scale != null) {
            return Optional.of("--scale");
        }
        if (!crop.isEmpty()) {
            return Optional.of("--crop");
        }
        if (caption != null || bare) {
            return Optional.of(bare ? "--no-caption" : "--caption");
        }
        if (silent || plain) {
            return Optional.of(silent ? "--no-callouts" : "--no-highlight");
        }
        if (asked) {
            return Optional.of("--asked");
        }
        return empty ? Optional.of("--no-session") : Optional.empty();
    }

    /// The wish that these options make of what is usual.
    Wish over(Wish usual) {
        Optional<String> line = bare ? Optional.of("") : Optional.ofNullable(caption);
        Optional<Extent> part = crop.isEmpty() ? usual.part() : Optional.empty();
        return new Wish(
                view == null && deal == null
                        ? usual.view()
                        : Optional.of(view == null ? Picture.QUADRANTS : view),
                theme == null ? usual.palette() : theme.palette(),
                scale == null ? usual.scale() : scale,
                usual.notes() && !silent,
                usual.outline() && !plain,
                line.or(usual::caption),
                part,
                crop,
                usual.carry() && !empty);
    }
}
