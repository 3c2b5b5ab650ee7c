package shadewalk.cli;

import static shadewalk.text.Texts.COMMANDS;

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

    @Option(names = "--view", paramLabel = "VIEW")
    private @Nullable Picture view;

    @Option(names = "--deal", paramLabel = "ADDRESS", converter = AddressReader.class)
    private @Nullable Gva deal;

    @Option(names = "--theme", paramLabel = "THEME")
    private @Nullable Theme theme;

    @Option(names = "--scale", paramLabel = "N")
    private @Nullable Double scale;

    @Option(names = "--crop", paramLabel = "ID", split = ",")
    private List<String> crop = List.of();

    @Option(names = "--caption", paramLabel = "TEXT")
    private @Nullable String caption;

    @Option(names = "--no-caption")
    private boolean bare;

    @Option(names = "--no-callouts")
    private boolean silent;

    @Option(names = "--no-highlight")
    private boolean plain;

    @Option(names = "--no-session")
    private boolean empty;

    @Option(names = "--asked")
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
            return Optional.of(COMMANDS.get("picture-options.deal-for-quadrants"));
        }
        return scale != null && !(scale >= 1 && scale <= 4)
                ? Optional.of(COMMANDS.get("picture-options.scale-choose-1", scale))
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
